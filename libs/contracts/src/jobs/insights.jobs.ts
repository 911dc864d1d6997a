/** Jobs that insights works. */
export const insightsJobs = {} as const;
