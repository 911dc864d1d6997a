/** Forms that emergency-response owns. */
export const emergencyResponseForms = {} as const;
