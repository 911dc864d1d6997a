/** Messages of the processes of stores, fines and exposures. */
export const storesMessages = {} as const;
