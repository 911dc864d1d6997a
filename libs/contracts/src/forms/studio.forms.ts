/** Forms that studio owns. */
export const studioForms = {} as const;
