/** Crockford's base 32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 20 characters of 5 bits: 100 bits (access.md §1). */
const LENGTH = 20;

/** 20 random characters, e.g. `K7QM2XVD9HTR4WPN6CBF`; the console shows them in groups of four. */
export function newTrackingCode(random: (size: number) => Uint8Array): string {
  return Array.from(random(LENGTH), (byte) => ALPHABET.charAt(byte % 32)).join('');
}

/** What was typed, as it was issued: case, blanks, dashes, O for 0, I and L for 1 are forgiven. undefined = cannot be a code. */
export function readTrackingCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return code.length === LENGTH && [...code].every((character) => ALPHABET.includes(character)) ? code : undefined;
}
