/** Forms that warranty-routing owns. */
export const warrantyRoutingForms = {} as const;
