import type { HeldRole, StaffSubject } from '../access/subject.js';

/** A member of staff for unit tests; `holdings` may leave organisation and place out. */
export function testStaff(
  overrides: Partial<Omit<StaffSubject, 'holdings'>> & {
    holdings?: (Pick<HeldRole, 'role' | 'unitId'> & Partial<HeldRole>)[];
  } = {},
): StaffSubject {
  const { holdings = [], ...rest } = overrides;
  const unitId = rest.unitId ?? 'WY01-KF';
  const orgId = rest.orgId ?? 'WY01';
  return {
    kind: 'staff',
    personId: 'p1',
    login: 'test.person',
    name: '张三',
    unitId,
    orgId,
    unitLine: [unitId, orgId],
    ...rest,
    holdings: holdings.map((held) => ({ orgId, placeId: orgId, ...held })),
  };
}
