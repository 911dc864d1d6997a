import { LIMIT_IDS, type LimitUnit } from '@huiying/contracts';
import { DecisionEvaluator } from '@huiying/engine';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { limitRowOf, type LimitFacts } from './limit-terms.js';

const MODELS = join(process.cwd(), 'bpmn');

/** processes.md §4 `deadlines`: amount, unit, what meets it, and what is special. `own` = a party's own time, never halved. */
interface Expected {
  amount: number;
  unit: LimitUnit;
  metBy: string[];
  onMissed?: 'path';
  own?: true;
  pausable?: true;
  maximum?: number;
  countsStartDay?: true;
  warnAt?: number;
  only?: string[];
}

const task = ['task'];
const one = (amount: number, unit: LimitUnit, more: Partial<Expected> = {}): Expected => ({
  amount,
  unit,
  metBy: task,
  ...more,
});
const sameDay = (more: Partial<Expected> = {}) => one(0, 'same-day', more);
const date = () => one(0, 'date');
const path = { onMissed: 'path' } as const;
const own = { own: true } as const;
const admitted: Partial<Expected> = { metBy: ['case.accepted', 'case.diverted'], pausable: true };

const TABLE: Record<(typeof LIMIT_IDS)[number], Expected> = {
  'R01.2': one(10, 'wd', { metBy: ['supplement.received'], ...path, ...own }),
  'R01.4': one(15, 'wd', { metBy: ['outcome.notified'], pausable: true, maximum: 60, only: ['registration-centre'] }),
  'R01.5': date(),
  'R01.7': one(15, 'wd'),
  'R01.7#authority': one(60, 'wd', { metBy: ['review.decided'], ...path, ...own }),
  'R01.8': one(10, 'wd', { metBy: ['measure.closed'], ...path }),
  'R02.1': date(),
  'R02.2': date(),
  'R02.3': sameDay({
    metBy: ['survey.done', 'case.dispatched'],
    pausable: true,
    only: ['developer', 'property-company'],
  }),
  'R02.5': one(3, 'd'),
  'R02.6#escalate': sameDay({ metBy: ['task.created'] }),
  'R02.6#survey': sameDay(),
  'R02.7': one(3, 'd'),
  'R02.8': one(2, 'd'),
  'R02.9#assign': sameDay(),
  'R02.9#repair': one(5, 'd'),
  'R02.10': one(1, 'wd'),
  'R02.11': one(3, 'wd'),
  'R03.5': one(10, 'wd'),
  'R03.6': one(30, 'd'),
  'R03.8': one(1, 'wd'),
  'R04.4': one(3, 'wd', admitted),
  'R04.6': one(1, 'wd'),
  'R04.7#complainant': one(5, 'wd', { ...path, ...own }),
  'R04.7#respondent': one(5, 'wd', { ...path, ...own }),
  'R04.8': one(10, 'wd'),
  'R04.10': one(5, 'wd', path),
  'R04.11': one(3, 'wd', { metBy: ['notice.sent'] }),
  'R04.12': one(15, 'wd', {
    metBy: ['rating.received', 'appeal.recorded', 'review.decided', 'case.archived'],
    ...path,
    ...own,
  }),
  'R04.13': one(15, 'wd', {
    metBy: ['outcome.notified'],
    pausable: true,
    maximum: 60,
    only: ['developer', 'property-company', 'construction-company', 'brokerage', 'group'],
  }),
  'R04.13#approval': one(1, 'wd'),
  'R05.5': one(5, 'wd'),
  'R05.7': one(2, 'wd'),
  'R05.7#check': one(3, 'wd'),
  'R06.3': one(30, 'd'),
  'R06.7': one(10, 'wd', path),
  'R07.3': one(1, 'd'),
  'R07.6': one(5, 'wd'),
  'R07.8': date(),
  'R07.9': date(),
  'R07.10': one(5, 'wd'),
  'R07.11': date(),
  'R08.8#team': one(1, 'h'),
  'R09.4': sameDay(),
  'R09.7#same-day': sameDay({ only: ['developer', 'group'] }),
  'R09.7': one(3, 'd', { metBy: ['reply.filed'], only: ['developer', 'group'] }),
  'R09.8': date(),
  'R10.9': date(),
  'R10.10': date(),
  'R10.4#rectify': date(),
  'R11.4': one(5, 'd', { ...path, ...own }),
  'R11.7': one(3, 'd', { metBy: ['penalty.paid', 'penalty.revoked'], ...path, ...own, countsStartDay: true }),
  'R11.10': one(2, 'wd', path),
  'R11.12#filing': one(3, 'd', { ...path, ...own }),
  'R11.12#serve': one(7, 'wd', { warnAt: 5 }),
  'R11.12#reply': one(5, 'd', { ...path, ...own }),
  'R12.1': sameDay(),
  'R12.2': sameDay(),
  'R12.2#handle': one(3, 'wd'),
  'R12.3': one(3, 'wd'),
  'R12.5': date(),
  'R12.6': sameDay(),
  'R12.7': one(10, 'wd', { metBy: [], ...path, ...own }),
  'R12.8': one(5, 'wd'),
  'R13.1': one(30, 'd', { metBy: ['outcome.notified'], only: ['property-company'] }),
  'R13.3': sameDay({ ...admitted, only: ['property-company'] }),
  'R13.5': date(),
  'R13.5#verify': one(3, 'wd'),
  'R13.7': one(30, 'd'),
  'R13.9': one(3, 'wd'),
};

const ORG_TYPES = [
  'registration-centre',
  'developer',
  'property-company',
  'construction-company',
  'brokerage',
  'group',
];

const files = readdirSync(MODELS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.bpmn'));
const models = files.map((file) => readFileSync(join(MODELS, file), 'utf8'));
const headers = (name: string) =>
  models.flatMap((xml) =>
    [...xml.matchAll(new RegExp(`<zeebe:header key="${name}" value="([^"=]+)"`, 'g'))].flatMap(
      ([, value]) => value?.split(',') ?? [],
    ),
  );
const onTasks = new Set(headers('deadlineRule'));
const byJobs = new Set(headers('limits'));
/** Limits whose end a model catches: the correlation key of `deadline-reached` ends with them. */
const caught = new Set(
  models.flatMap((xml) =>
    [...xml.matchAll(/correlationKey="=[^"]*?:(R\d+\.\d+(?:#[a-z]+)?)(?:&#34;|&quot;|")/g)].map(
      ([, limit]) => limit ?? '',
    ),
  ),
);

describe('every limit of decision deadlines (R03.2)', () => {
  let decisions: DecisionEvaluator;

  beforeAll(async () => {
    decisions = await DecisionEvaluator.fromXml([readFileSync(join(MODELS, 'decisions/deadlines.dmn'), 'utf8')]);
  });

  const facts = (orgType: string, more: Partial<LimitFacts> = {}): LimitFacts => ({
    orgType,
    kind: 'construction-quality',
    topic: 'house-quality',
    severity: 'general',
    complexity: 'simple',
    keyCustomer: false,
    ...more,
  });
  const row = (limitId: string, asked: LimitFacts) =>
    limitRowOf(limitId, decisions.evaluate('deadlines', { limitId, ...asked }).output, asked);

  it.each(LIMIT_IDS)('%s has the value, what meets it, and the way its end takes', (limitId) => {
    const expected = TABLE[limitId];
    const orgType = expected.only?.[0] ?? 'developer';
    const { terms } = row(limitId, facts(orgType)) ?? {};
    expect(terms).toEqual({
      unit: expected.unit,
      amount: expected.amount,
      countsStartDay: expected.countsStartDay ?? false,
      warnAt: expected.warnAt === undefined ? { ratio: 0.75 } : { amount: expected.warnAt },
      pausable: expected.pausable ?? false,
      maximum: expected.maximum ?? null,
      metBy: expected.metBy,
      onMissed: expected.onMissed ?? 'escalate',
    });
  });

  it.each(LIMIT_IDS)(
    '%s starts for the organisations that it binds, and for a key customer as R12.4 says',
    (limitId) => {
      const expected = TABLE[limitId];
      const bound = ORG_TYPES.filter((orgType) => row(limitId, facts(orgType)) !== undefined);
      expect(bound).toEqual(ORG_TYPES.filter((orgType) => expected.only?.includes(orgType) ?? true));
      const halved = row(limitId, facts(bound[0] ?? '', { keyCustomer: true }))?.terms.amount;
      const isHalved = !expected.own && (expected.unit === 'd' || expected.unit === 'wd');
      expect(halved).toBe(isHalved ? Math.ceil(expected.amount / 2) : expected.amount);
    },
  );

  it.each(['R01.4', 'R04.13'] as const)('%s gives a complex case thirty working days', (limitId) => {
    const orgType = TABLE[limitId].only?.[0] ?? '';
    expect(row(limitId, facts(orgType, { complexity: 'complex' }))?.terms.amount).toBe(30);
  });

  it('R02.3 runs for quality alone', () => {
    expect(row('R02.3', facts('developer', { kind: 'sales', topic: 'sale' }))).toBeUndefined();
    expect(row('R02.3', facts('developer', { kind: null, topic: 'house-quality' }))).toBeDefined();
  });

  it.each(LIMIT_IDS.filter((limitId) => onTasks.has(limitId) || byJobs.has(limitId)))(
    '%s is met by its task where one carries it, and its end is caught exactly where the path changes',
    (limitId) => {
      const expected = TABLE[limitId];
      if (expected.metBy.includes('task')) expect(onTasks.has(limitId)).toBe(true);
      expect(caught.has(limitId)).toBe(expected.onMissed === 'path');
    },
  );
});
