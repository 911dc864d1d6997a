import { newSpokenCode, readSpokenCode } from '@huiying/platform';

/** 26 characters of 5 bits: 130 bits (access.md §1). */
const LENGTH = 26;

/** With it and the number of the report its reporter comes back; shown once and kept nowhere. */
export function newReceipt(): string {
  return newSpokenCode(LENGTH);
}

/** undefined: what was typed cannot be a receipt. */
export function readReceipt(typed: string): string | undefined {
  return readSpokenCode(typed, LENGTH);
}
