/** Forms that insights owns. */
export const insightsForms = {} as const;
