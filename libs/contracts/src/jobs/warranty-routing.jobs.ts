/** Jobs that warranty-routing works. */
export const warrantyRoutingJobs = {} as const;
