/** Jobs that studio works. */
export const studioJobs = {} as const;
