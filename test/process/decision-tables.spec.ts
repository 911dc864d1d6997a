import { DecisionEvaluator } from '@huiying/engine';
import { ORG_TYPES, POST_FUNCTIONS, ROLES, TOPICS, UNIT_GROUPS } from '@huiying/contracts';
import { decisionXml } from './model-files.js';

type Context = Parameters<DecisionEvaluator['evaluate']>[1];
type Row = Record<string, unknown>;

let decisions: DecisionEvaluator;
beforeAll(async () => {
  decisions = await DecisionEvaluator.fromXml(decisionXml());
});
const decide = (id: string, context: Row): unknown => decisions.evaluate(id, context as Context).output;

describe('classification', () => {
  const kindOf = (topic: string | null, orgType: string, respondentType: string | null = null) =>
    (decide('classification', { topic, orgType, respondentType }) as { kind: string | null }).kind;

  it.each([
    ['site-safety', 'construction-safety'],
    ['house-quality', 'construction-quality'],
    ['after-sales', 'after-sales'],
    ['sale', 'sales'],
    ['lease', 'leasing'],
    ['marketing', 'marketing-service'],
    ['property-management', 'property-service'],
  ])('R04.1 R09.1 %s is %s', (topic, kind) => expect(kindOf(topic, 'developer')).toBe(kind));

  it('R11.13 title certificates go before any store row, and are registration service at the centre', () => {
    expect(kindOf('title-certificate', 'brokerage', 'store')).toBe('title-certificate');
    expect(kindOf('title-certificate', 'registration-centre')).toBe('registration-service');
  });

  it('R11.1 R11.2 at a brokerage the store, or the consultant complained about', () => {
    expect(kindOf('brokerage-business', 'brokerage', 'consultant')).toBe('brokerage-consultant');
    expect(kindOf('sale', 'brokerage', 'store')).toBe('brokerage-store');
  });

  it.each([['none'], [null]])('R04.1 nothing to go by (%s): the desk chooses', (topic) => {
    for (const orgType of ORG_TYPES) expect(kindOf(topic, orgType)).toBeNull();
  });

  it('R05.1 R09.2 R12.2 R13.2 what is no complaint of business is the same everywhere', () => {
    const everywhere = {
      colleague: 'employee-report',
      'complaint-handling': 'handler-misconduct',
      question: 'inquiry',
      proposal: 'suggestion',
    };
    for (const [topic, kind] of Object.entries(everywhere)) {
      for (const orgType of ORG_TYPES) expect(kindOf(topic, orgType)).toBe(kind);
    }
  });
});

describe('severity', () => {
  const quiet = {
    dangerToPersons: false,
    amountYuan: null,
    households: 1,
    proceedings: false,
    departmentCount: 1,
    complexFlag: false,
  };
  it.each([
    [{ amountYuan: 10_000 }, 'major', 'complex'],
    [{ amountYuan: 9_999.99 }, 'general', 'simple'],
    [{ households: 5 }, 'major', 'complex'],
    [{ households: 4 }, 'general', 'simple'],
    [{ amountYuan: 1, proceedings: true }, 'major', 'complex'],
    [{ amountYuan: 800 }, 'general', 'simple'],
    [{ dangerToPersons: true }, 'major', 'complex'],
    [{ dangerToPersons: null }, 'general', 'simple'],
    [{ departmentCount: 2 }, 'general', 'complex'],
    [{ departmentCount: null }, 'general', 'simple'],
    [{ complexFlag: true }, 'general', 'complex'],
  ])('R10.5 R10.6 R04.10 %j is %s, %s', (facts, severity, complexity) => {
    expect(decide('severity', { ...quiet, ...facts })).toEqual({ severity, complexity });
  });

  it('R10.6 nothing known at all: general', () => {
    expect(decide('severity', {})).toEqual({ severity: 'general', complexity: 'simple' });
  });
});

describe('emergency-activation', () => {
  const none = { dangerToPersons: false, disturbsOperation: false, harmsStanding: false };
  it.each([
    ['major', { disturbsOperation: true }, true],
    ['major', { harmsStanding: true }, true],
    ['major', { dangerToPersons: null }, true],
    ['major', { disturbsOperation: null }, true],
    ['major', { harmsStanding: null }, true],
    ['major', {}, false],
    ['general', { dangerToPersons: true }, true],
    ['general', { dangerToPersons: null, disturbsOperation: true, harmsStanding: true }, false],
    [null, { dangerToPersons: null }, false],
  ])('R08.5 R08.7 %s with %j: %s', (severity, flags, activate) => {
    expect(decide('emergency-activation', { ...none, ...flags, severity, projectType: 'residential' })).toBe(activate);
  });

  it.each([['residential'], ['commercial'], ['office']])('R08.1 the same for a %s project', (projectType) => {
    expect(decide('emergency-activation', { ...none, disturbsOperation: true, severity: 'major', projectType })).toBe(
      true,
    );
  });
});

describe('posts', () => {
  it('R12.1 R13.9 every function has a post in every organisation, and every post is a role', () => {
    const groups: readonly string[] = [...ROLES, ...UNIT_GROUPS];
    for (const post of Object.values(POST_FUNCTIONS)) {
      for (const orgType of ORG_TYPES) {
        const roles = decide('posts', { post, orgType }) as string[];
        expect(roles.length).toBeGreaterThan(0);
        for (const role of roles) expect(groups).toContain(role);
      }
    }
  });
});

describe('routing', () => {
  const base = {
    kind: 'marketing-service',
    orgType: 'developer',
    severity: 'general',
    channel: 'web',
    openDays: 0,
    projectDissolved: false,
    projectOwnership: null,
    agreementParty: null,
    orgLevel: 'project',
    respondentGroup: ['marketing', 'engineering'],
    posts: { title: ['customer-service'] },
  };
  const route = (more: Row) => decide('routing', { ...base, ...more }) as Row;

  it.each([
    ['joint', 'unit-b', 'agreement-party', 'group-customer-service'],
    ['controlled', 'unit-b', 'agreement-party', 'group-customer-service'],
    ['joint', null, 'group-customer-service', null],
    ['wholly-owned', 'unit-b', 'group-customer-service', null],
  ])('R10.8 dissolved, %s, partner %s: @%s, signed', (projectOwnership, agreementParty, handlerGroup, overseer) => {
    const found = route({ projectDissolved: true, projectOwnership, agreementParty, kind: 'construction-quality' });
    expect(found).toMatchObject({ handlerGroup, overseer, signatureRequired: true });
  });

  it.each([
    [{ channel: 'hotline', kind: 'leasing' }, 'operations-head'],
    [{ severity: 'major', kind: 'leasing' }, 'operations-head'],
    [{ openDays: 31, kind: 'leasing' }, 'operations-head'],
    [{ openDays: 30, kind: 'leasing' }, 'salesperson'],
  ])('R13.1 property company %j: @%s', (more, handlerGroup) => {
    expect(route({ orgType: 'property-company', ...more })).toMatchObject({ handlerGroup, signatureRequired: false });
  });

  it('R13.1 R02.3 a quality complaint by hotline: survey first, overseen by operations; at a developer by its customer service', () => {
    const hotline = route({ orgType: 'property-company', channel: 'hotline', kind: 'construction-quality' });
    expect(hotline).toMatchObject({ handlingProcess: 'quality-escalation', overseer: 'operations-head' });
    expect(route({ kind: 'construction-quality', channel: 'hotline' })).toMatchObject({
      overseer: 'project-customer-service',
    });
  });

  it.each([
    ['project', 'project-customer-service'],
    ['region', 'region-customer-service'],
    ['group', 'group-customer-service'],
    [null, 'project-customer-service'],
  ])('R10.1 level %s: the first department named handles, overseen by %s', (orgLevel, overseer) => {
    expect(route({ orgLevel })).toMatchObject({ handlerGroup: 'marketing', overseer });
  });

  it('R09.1 site safety has no property service centre', () => {
    expect(route({ kind: 'construction-safety' })).toMatchObject({ handlerGroup: 'engineering' });
    expect(route({ kind: 'construction-safety', orgType: 'construction-company' })).toMatchObject({
      handlerGroup: 'construction-engineering',
    });
    expect(route({ kind: 'after-sales', orgType: 'construction-company' })).toMatchObject({
      handlingProcess: 'department-handling',
      handlerGroup: 'construction-engineering',
    });
  });

  it('R02.1 R13.3 property service: customer service at a developer, operations at the property company', () => {
    expect(route({ kind: 'property-service' })).toMatchObject({ handlerGroup: 'customer-service' });
    expect(route({ kind: 'property-service', orgType: 'property-company' })).toMatchObject({
      handlerGroup: 'operations-head',
      needsVerification: true,
    });
  });

  it('R11.13 a title certificate goes to the post for titles', () => {
    const found = route({ kind: 'title-certificate', orgType: 'brokerage', posts: { title: ['title-office'] } });
    expect(found).toMatchObject({ handlerGroup: 'title-office', overseer: null });
  });

  it('R09.4 R07.4 signed at developer and group, but not on the sales ladder', () => {
    expect(route({ orgType: 'group' })).toMatchObject({ signatureRequired: true });
    expect(route({ kind: 'sales' })).toMatchObject({ signatureRequired: false, handlingProcess: 'sales-complaint' });
    expect(route({ orgType: 'brokerage', kind: 'brokerage-store' })).toMatchObject({ signatureRequired: false });
  });

  it('R01.1 R10.1 nobody named: the unit complained about', () => {
    for (const respondentGroup of [[], null]) {
      expect(route({ respondentGroup })).toMatchObject({ handlerGroup: 'respondent-unit' });
    }
    expect(route({ orgType: 'registration-centre', kind: 'registration-service' })).toMatchObject({
      handlerGroup: 'respondent-unit',
    });
  });
});

describe('authority', () => {
  const decider = (more: Row) =>
    (decide('authority', { severity: 'general', levelShift: 0, ...more }) as Row)['deciderGroup'];
  it.each([
    ['developer', { amountYuan: 9_999.99 }, 'project-head'],
    ['developer', { amountYuan: 10_000 }, 'region-executive'],
    ['developer', { severity: 'major' }, 'region-executive'],
    ['developer', { amountYuan: 100_000 }, 'group-executive'],
    ['developer', { amountYuan: 100_000, levelShift: 1 }, 'general-manager'],
    ['developer', { amountYuan: null, levelShift: null }, 'project-head'],
    ['property-company', {}, 'leader-in-charge'],
    ['property-company', { amountYuan: 100_000 }, 'general-manager'],
    ['property-company', { amountYuan: 100_000, levelShift: 1 }, 'group-executive'],
    ['registration-centre', { amountYuan: 10_000 }, 'deputy-general-manager'],
    ['brokerage', { amountYuan: 500_000 }, 'region-head'],
    ['brokerage', { levelShift: 1 }, 'general-manager'],
    ['developer', { limitId: 'R09.7', amountYuan: 500_000 }, 'leader-in-charge'],
    ['developer', { limitId: 'R04.13', amountYuan: 10_000 }, 'region-executive'],
  ])('R10.2 R04.12 R09.7 %s %j: %s', (orgType, more, group) => expect(decider({ orgType, ...more })).toBe(group));
});

describe('topic-words', () => {
  it('R04.1 every word names a topic and has a weight; an empty text suggests nothing', () => {
    expect(decide('topic-words', { text: '' }) ?? []).toEqual([]);
    const hits = decide('topic-words', { text: '外墙渗水，物业不管，请问找谁' }) as {
      topic: string;
      word: string;
      weight: number;
    }[];
    expect(hits.map(({ word }) => word)).toEqual(expect.arrayContaining(['渗水', '外墙', '物业', '请问']));
    for (const { topic, weight } of hits) {
      expect(TOPICS).toContain(topic);
      expect(weight).toBeGreaterThan(0);
    }
  });
});
