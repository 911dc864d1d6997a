/** Jobs that emergency-response works. */
export const emergencyResponseJobs = {} as const;
