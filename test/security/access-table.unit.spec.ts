import { readFileSync } from 'node:fs';
import {
  type AccessClass,
  type ActionId,
  ACTIONS,
  type Bundle,
  BUNDLES,
  decide,
  type FactKind,
  POLICY,
  ROLES,
  rolesOf,
} from '@huiying/platform';
import { testStaff } from '@huiying/platform/testing';
import { COMPLAINANT, holderOf, objectIn, type Situation, SITUATIONS } from './access-situations.js';

const NOW = new Date('2026-03-02T01:00:00Z');
const CLASSES: AccessClass[] = ['internal', 'sealed', 'restricted'];
const KINDS: FactKind[] = [
  'case',
  'task',
  'attachment',
  'document',
  'penalty',
  'exposure',
  'dispute',
  'webhook',
  'unit',
];
/** Bundles of people who work on cases; the platform's own roles never see one. */
const STAFF: Bundle[] = ['DESK', 'DEPT', 'CS', 'HEAD', 'MGT', 'FIN', 'REV', 'SUP', 'RPT'];

/**
 * docs/security/access-matrix.csv is written and reviewed by people. A line: the action, on which kind of object, in which situations of
 * the caller to it (see access-situations.ts), at which classes, for which roles or bundles, with which view and which further needs.
 * Everything that no line allows is refused.
 */
const MATRIX = readFileSync('docs/security/access-matrix.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

/** `action|object|situation|class|role` → `view|need`, for everything that is allowed. */
const allowed = new Map(
  MATRIX.flatMap(([action, object, situations = '', classes = '', who = '', view, need]) =>
    situations.split(' ').flatMap((situation) =>
      classes.split(' ').flatMap((accessClass) =>
        who
          .split(' ')
          .flatMap(rolesNamed)
          .map((role): [string, string] => [
            [action, object, situation, accessClass, role].join('|'),
            `${view}|${need}`,
          ]),
      ),
    ),
  ),
);

function rolesNamed(name: string): string[] {
  if (name === '*') return [...ROLES];
  if (name === 'STAFF') return STAFF.flatMap((bundle) => rolesOf(bundle));
  return (BUNDLES as readonly string[]).includes(name) ? rolesOf(name as Bundle) : [name];
}

function outcome(
  action: ActionId,
  object: FactKind | undefined,
  situation: Situation,
  accessClass: AccessClass,
  role: string,
): string {
  const subject = role === 'complainant' ? COMPLAINANT : holderOf(role);
  const decision = decide(subject, action, object && objectIn(situation, object, accessClass, role), NOW);
  return decision.ok ? `${decision.view}|${[...decision.need].sort().join(' ') || '-'}` : 'refused';
}

describe('the access table: every role × situation × class × action (access.md §2)', () => {
  it.each(ACTIONS)('%s', (action) => {
    const differences: string[] = [];
    const check = (
      object: FactKind | undefined,
      situation: Situation,
      accessClass: AccessClass,
      role: string,
    ): void => {
      const key = [action, object ?? '-', situation, accessClass, role].join('|');
      const expected = allowed.get(key) ?? 'refused';
      const found = outcome(action, object, situation, accessClass, role);
      if (found !== expected) differences.push(`${key}: ${found}, not ${expected}`);
    };
    for (const role of ROLES) check(undefined, 'none', 'internal', role);
    for (const object of KINDS) {
      for (const accessClass of CLASSES) {
        for (const situation of SITUATIONS.filter((one) => one !== 'cmp')) {
          for (const role of ROLES) check(object, situation, accessClass, role);
        }
        check(object, 'cmp', accessClass, 'complainant');
      }
    }
    expect(differences.slice(0, 20)).toEqual([]);
  });

  it('names no action, role or situation that does not exist', () => {
    const known = new Set<string>([...ROLES, ...BUNDLES, '*', 'STAFF', 'complainant']);
    for (const [action = '', object = '', situations = '', , who = ''] of MATRIX) {
      expect(ACTIONS).toContain(action);
      expect([...KINDS, '-']).toContain(object);
      expect(situations.split(' ').filter((one) => !(SITUATIONS as readonly string[]).includes(one))).toEqual([]);
      expect(who.split(' ').filter((one) => !known.has(one))).toEqual([]);
    }
  });

  it('gives nothing to a role that nobody defined, and nothing to somebody without a role', () => {
    for (const { action, on } of POLICY.filter(({ principal, on: kind }) => principal === 'staff' && kind)) {
      for (const subject of [holderOf('invented'), testStaff({ personId: 'me' })]) {
        expect(decide(subject, action, on && objectIn('own', on, 'internal', 'invented'), NOW).ok).toBe(false);
      }
    }
  });

  it('lets every action that has an object be refused by 回避, whatever else holds (access.md §0.3)', () => {
    for (const { action, on } of POLICY.filter(({ on: kind }) => kind)) {
      const role = 'general-manager';
      const decision = decide(holderOf(role), action, on && objectIn('conflicted', on, 'internal', role), NOW);
      expect(decision).toMatchObject({ ok: false, as: 404 });
    }
  });

  it('answers 404 to whoever may not read, 403 to whoever reads but may not do it, 403 same-person to the one before', () => {
    const reader = holderOf('service-centre');
    expect(decide(reader, 'case.link', objectIn('none', 'case', 'internal', 'service-centre'), NOW)).toMatchObject({
      as: 404,
    });
    expect(decide(reader, 'case.link', objectIn('asg', 'case', 'internal', 'service-centre'), NOW)).toMatchObject({
      as: 403,
      code: 'forbidden',
    });
    const held = { ...objectIn('asg', 'task', 'internal', 'service-centre'), excludedIds: ['me'] };
    expect(decide(reader, 'task.complete', held, NOW)).toMatchObject({ as: 403, code: 'same-person' });
  });

  it('masks for members of the unit complained about until the complainant lets them know (access.md §0.6)', () => {
    const owner = holderOf('customer-service');
    const own = objectIn('own', 'case', 'internal', 'customer-service');
    const about = own.case && { ...own, case: { ...own.case, respondentUnitId: 'ORG1-UNIT' } };
    const released = about && { ...about, case: { ...about.case, contactReleased: true } };
    expect(decide(owner, 'case.unmask', own, NOW)).toMatchObject({ view: 'full' });
    expect(decide(owner, 'case.unmask', about, NOW)).toMatchObject({ view: 'masked' });
    expect(decide(owner, 'case.unmask', released, NOW)).toMatchObject({ view: 'full' });
  });

  it('forgets a relation at its end', () => {
    const consulted = objectIn('con', 'case', 'internal', 'engineering');
    for (const relation of consulted.case?.relations ?? []) relation.until = NOW;
    expect(decide(holderOf('engineering'), 'case.read', consulted, NOW)).toMatchObject({ ok: false, as: 404 });
  });
});
