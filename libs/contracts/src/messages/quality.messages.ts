/** Messages of the processes of defects of the period of delivery. */
export const qualityMessages = {} as const;
