/** Forms that media-penalties owns. */
export const mediaPenaltiesForms = {} as const;
