/**
 * Keys identify everything that the engine makes: definitions, instances, jobs, incidents, messages.
 * They rise in the order of creation, start above 2^51 (Zeebe's first partition) and stay below 2^53, so that a number holds
 * them exactly. On every wire (gRPC, HTTP, JSON of the record feed) they are written as decimal strings.
 */
export type Key = number;

/** The first key that an engine hands out is the one after this. */
export const FIRST_KEY: Key = 2 ** 51;

/** Written where a record names no key. */
export const NO_KEY: Key = -1;
