/** Pure: the Chinese word of a code, or the code itself: an old record may hold one that is no longer offered. '' for no code. */
export function codeName(names: Readonly<Record<string, { zh: string }>>, code: unknown): string {
  const key = typeof code === 'string' ? code : '';
  return Object.hasOwn(names, key) ? (names[key]?.zh ?? key) : key;
}
