import {
  type CaseAccess,
  decideList,
  holds,
  type Holding,
  type ObjectFacts,
  predicate,
  RelationWriter,
  ROLES,
  type StaffSubject,
} from '@huiying/platform';
import { testStaff, writeDirectory } from '@huiying/platform/testing';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { closeTestDatabases, testDatabase } from './testing/index.js';
import { whereAllowed } from './where-allowed.js';

const NOW = new Date('2026-03-02T01:00:00Z');
const LATER = new Date('2026-04-01T00:00:00Z');
const EARLIER = new Date('2026-02-01T00:00:00Z');

/** JT01 → WY01 → {WY01-KF, WY01-FW}, JJ01 → QY01 → FD01; DJ01 stands alone. */
const LINES: Record<string, string[]> = {
  JT01: ['JT01'],
  'JT01-JC': ['JT01-JC', 'JT01'],
  WY01: ['WY01', 'JT01'],
  'WY01-KF': ['WY01-KF', 'WY01', 'JT01'],
  'WY01-FW': ['WY01-FW', 'WY01', 'JT01'],
  JJ01: ['JJ01', 'JT01'],
  QY01: ['QY01', 'JJ01', 'JT01'],
  FD01: ['FD01', 'QY01', 'JJ01', 'JT01'],
  DJ01: ['DJ01'],
};
const UNITS = Object.keys(LINES);
const ORGS = ['JT01', 'WY01', 'JJ01', 'DJ01'];
const orgOf = (unitId: string): string => LINES[unitId]?.find((id) => ORGS.includes(id)) ?? unitId;
const placeOf = (unitId: string): string => LINES[unitId]?.find((id) => !id.includes('-')) ?? unitId;

interface Row {
  caseNo: string;
  orgId: string;
  receivedBy: string;
  respondentUnitId: string | null;
  class: CaseAccess['class'];
  relations: {
    rel: CaseAccess['relations'][number]['rel'];
    personId?: string;
    role?: string;
    unitId?: string;
    until?: Date;
  }[];
  assignee: string | null;
  candidates: string[];
  candidateUnit: string;
  open: boolean;
  handlers: string[];
  handledBy: string | null;
}

const PERSONS = ['p1', 'p2', 'p3'];
const HOME: Record<string, string> = { p1: 'WY01-KF', p2: 'FD01', p3: 'DJ01' };
const SOME_ROLES = [
  'intake-desk',
  'customer-service',
  'service-centre',
  'general-manager',
  'supervision-office',
  'region-office',
  'group-customer-service',
  'administrator',
  'store-manager',
];

const arbitraryUntil = fc.constantFrom(undefined, LATER, EARLIER, NOW);
const arbitraryRelation = fc
  .record({
    rel: fc.constantFrom('own', 'asg', 'cand', 'hnd', 'con', 'contact', 'conflicted'),
    who: fc.oneof(
      fc.record({ personId: fc.constantFrom(...PERSONS) }),
      fc.record({ unitId: fc.constantFrom(...UNITS) }),
      fc.record({ unitId: fc.constantFrom(...UNITS), role: fc.constantFrom(...SOME_ROLES) }),
    ),
    until: arbitraryUntil,
  })
  .map(({ rel, who, until }) => ({ rel, ...who, ...(until ? { until } : {}) }));

const arbitraryRow = fc.record({
  orgId: fc.constantFrom(...ORGS),
  receivedBy: fc.constantFrom(...UNITS),
  respondentUnitId: fc.option(fc.constantFrom(...UNITS), { nil: null }),
  class: fc.constantFrom('internal' as const, 'internal' as const, 'sealed' as const, 'restricted' as const),
  relations: fc.array(arbitraryRelation, { maxLength: 3 }),
  assignee: fc.option(fc.constantFrom(...PERSONS), { nil: null }),
  candidates: fc.uniqueArray(fc.constantFrom(...SOME_ROLES), { maxLength: 2 }),
  candidateUnit: fc.constantFrom(...UNITS),
  open: fc.boolean(),
  handlers: fc.uniqueArray(fc.constantFrom(...PERSONS), { maxLength: 2 }),
  handledBy: fc.option(fc.constantFrom(...UNITS), { nil: null }),
});

const arbitrarySubject = fc
  .record({
    personId: fc.constantFrom(...PERSONS),
    holdings: fc.array(fc.record({ role: fc.constantFrom(...SOME_ROLES), unitId: fc.constantFrom(...UNITS) }), {
      maxLength: 3,
    }),
  })
  .map(({ personId, holdings }): StaffSubject => {
    const unitId = HOME[personId] ?? 'WY01';
    return testStaff({
      personId,
      unitId,
      orgId: orgOf(unitId),
      unitLine: LINES[unitId] ?? [],
      holdings: holdings.map((held: Holding) => ({
        ...held,
        orgId: orgOf(held.unitId),
        placeId: placeOf(held.unitId),
      })),
    });
  });

function factsOf(row: Row, kind: 'case' | 'task'): ObjectFacts {
  return {
    kind,
    id: row.caseNo,
    caseNo: row.caseNo,
    open: row.open,
    ...(row.assignee ? { assigneeId: row.assignee } : {}),
    candidates: row.candidates.map((role) => ({ role, unitId: row.candidateUnit })),
    handlerIds: row.handlers,
    ...(kind === 'task' && row.handledBy ? { handledLine: LINES[row.handledBy] ?? [] } : {}),
    case: {
      caseNo: row.caseNo,
      orgId: row.orgId,
      orgLine: LINES[row.orgId] ?? [],
      receivedOrgId: orgOf(row.receivedBy),
      respondentUnitId: row.respondentUnitId,
      class: row.class,
      contactReleased: false,
      open: true,
      relations: row.relations.map(({ rel, personId, role, unitId, until }) => ({
        rel,
        personId: personId ?? null,
        role: role ?? null,
        unitId: unitId ?? null,
        until: until ?? null,
        handlingLine: LINES[unitId ?? HOME[personId ?? ''] ?? ''] ?? [],
      })),
    },
  };
}

/** The two readers of the one table must agree: access.md §0.1. */
describe('whereAllowed finds exactly what holds allows', () => {
  let database: DataSource;
  const rows: Row[] = fc
    .sample(arbitraryRow, { numRuns: 150, seed: 20260302 })
    .map((row, index) => ({ ...row, caseNo: `TS-${index}` }));

  beforeAll(async () => {
    database = await testDatabase({ name: 'access', migrations: [] });
    await writeDirectory(
      database,
      UNITS.map((id) => ({
        id,
        ...(LINES[id]?.[1] ? { parent: LINES[id][1] } : {}),
        ...(ORGS.includes(id) ? { orgType: 'group' } : id.includes('-') ? {} : { kind: 'region' as const }),
        staff: Object.fromEntries(PERSONS.filter((person) => HOME[person] === id).map((person) => [person, []])),
      })),
    );
    const writer = new RelationWriter();
    for (const row of rows) {
      await writer.caseFacts(database.manager, row);
      for (const [index, relation] of row.relations.entries()) {
        const { rel, ...who } = relation;
        await writer.grant(database.manager, { caseNo: row.caseNo, rel: rel as 'own', source: `s${index}`, ...who });
      }
    }
  });

  afterAll(closeTestDatabases);

  /** The rows, by the name that a list has for them. */
  const tasks = (
    t: string,
  ) => `(SELECT r->>'caseNo' AS case_no, r->>'assignee' AS assignee, array(SELECT jsonb_array_elements_text(r->'candidates')) AS groups,
    r->>'candidateUnit' AS unit, (r->>'open')::boolean AS open, array(SELECT jsonb_array_elements_text(r->'handlers')) AS handlers,
    r->>'handledBy' AS handled_by
    FROM jsonb_array_elements($1::jsonb) r) ${t}`;

  it.each([
    ['case.list', 'case'],
    ['case.search', 'case'],
    ['case.unmask', 'case'],
    ['case.emergency', 'case'],
    ['task.list', 'task'],
    ['task.team', 'task'],
    ['task.read', 'task'],
  ] as const)('%s', async (action, kind) => {
    const subjects = fc.sample(arbitrarySubject, { numRuns: 40, seed: 7 });
    let found = 0;
    for (const [index, subject] of subjects.entries()) {
      const condition = predicate(subject, action);
      // Whatever a list calls its rows: a condition that means its own alias by it would hold for every row.
      const t = ['t', 'r', 'f', 'l', 'ru', 'rp', 'held'][index % 7] ?? 't';
      const where = whereAllowed(
        condition,
        {
          caseNo: `${t}.case_no`,
          assignee: `${t}.assignee`,
          candidateGroups: `${t}.groups`,
          candidateUnit: `${t}.unit`,
          open: `${t}.open`,
          handlers: `${t}.handlers`,
          ...(kind === 'task' ? { handledBy: `${t}.handled_by` } : {}),
        },
        2,
        NOW,
      );
      const bySql = await database.query<{ case_no: string }[]>(
        `SELECT ${t}.case_no FROM ${tasks(t)} WHERE ${where.sql} ORDER BY 1`,
        [JSON.stringify(rows), ...where.params],
      );
      const inMemory = rows
        .filter((row) => holds(condition, factsOf(row, kind), NOW))
        .map(({ caseNo }) => caseNo)
        .sort();
      expect({ subject, rows: bySql.map(({ case_no }) => case_no).sort() }).toEqual({ subject, rows: inMemory });
      found += inMemory.length;
    }
    expect(found).toBeGreaterThan(0);
  });

  it('finds nothing for somebody whose roles are the platform’s alone', () => {
    expect(ROLES).toContain('administrator');
    const administrator = testStaff({ personId: 'p1', holdings: [{ role: 'administrator', unitId: 'JT01' }] });
    expect(predicate(administrator, 'case.list')).toEqual({ op: 'never' });
    expect(decideList(administrator, 'case.list').ok).toBe(true);
    expect(decideList(administrator, 'task.team').ok).toBe(false);
  });
});
