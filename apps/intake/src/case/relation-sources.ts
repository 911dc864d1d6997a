/** Sources under which intake writes relations; row-level security knows a service by its first word. */
export const RELATIONS = { owner: 'intake:owner', respondent: 'intake:respondent', recusal: 'intake:recusal' } as const;
