/** Jobs that media-penalties works. */
export const mediaPenaltiesJobs = {} as const;
