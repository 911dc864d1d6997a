import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, which are read or heard as something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** So many random characters of 5 bits each, for people to write down, read out and type. */
export function newSpokenCode(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** What was typed, as it was issued: case, blanks, dashes, O for 0, I and L for 1 are forgiven. undefined: cannot be one of this length. */
export function readSpokenCode(typed: string, length: number): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return code.length === length && [...code].every((character) => ALPHABET.includes(character)) ? code : undefined;
}
