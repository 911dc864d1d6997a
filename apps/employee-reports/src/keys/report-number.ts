import { randomBytes } from 'node:crypto';

/** Crockford's alphabet: no letters that are read as digits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RECEIPT_LENGTH = 26;

/** `JB-` and ten random characters: no unit, date or counter, so that numbers count nothing (processes.md §0). */
export function newReportNo(): string {
  return `JB-${random(10)}`;
}

/** 26 characters of 5 bits: 130 bits (access.md §1). */
export function newReceipt(): string {
  return random(RECEIPT_LENGTH);
}

/** What was typed, as it was issued: case, blanks, dashes, O for 0, I and L for 1 are forgiven. undefined: cannot be one. */
export function readReceipt(typed: string): string | undefined {
  const receipt = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return receipt.length === RECEIPT_LENGTH && [...receipt].every((one) => ALPHABET.includes(one)) ? receipt : undefined;
}

function random(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}
