import type { StaffSubject } from '@huiying/platform';

/** Stores that the caller speaks for as their manager. */
export function ownStores({ holdings }: StaffSubject): string[] {
  return holdings.filter(({ role }) => role === 'store-manager').map(({ unitId }) => unitId);
}
