import { ROLE_NAMES } from '@huiying/contracts';

/** Pure: the Chinese word of a code, or the code itself: an old record may hold one that is no longer offered. '' for no code. */
export function codeName(names: Readonly<Record<string, { zh: string }>>, code: unknown): string {
  const key = typeof code === 'string' ? code : '';
  return Object.hasOwn(names, key) ? (names[key]?.zh ?? key) : key;
}

/** Pure: the Chinese name of a department or post, or its id. */
export function groupName(group: unknown): string {
  return codeName(ROLE_NAMES, group);
}
