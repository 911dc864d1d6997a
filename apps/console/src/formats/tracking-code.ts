/** 20 characters of Crockford base32 in groups of four: K7QM-2XVD-9HTR-4WPN-6CBF (console.md P3). */
export function groupCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-');
}

/** What somebody typed, as the server knows it: case, blanks, dashes, O for 0 and I or L for 1 are forgiven. */
export function normaliseCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** A case number with the dashes that phones turn into other strokes, blanks removed. */
export function normaliseCaseNo(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/[‐‑‒–—−]/g, '-');
}
