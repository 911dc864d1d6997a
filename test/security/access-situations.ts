import { type AccessClass, type FactKind, type ObjectFacts, type Subject } from '@huiying/platform';
import { testStaff } from '@huiying/platform/testing';

/** Ways in which a caller can stand to an object, each by itself; `unit` = the object's own unit lies in reach of the holding. */
export const SITUATIONS = [
  'none',
  'own',
  'asg',
  'cand',
  'hnd',
  'desk',
  'sup',
  'aud',
  'con',
  'contact',
  'rsp',
  'aut',
  'pty',
  'unit',
  'cmp',
  'conflicted',
] as const;
export type Situation = (typeof SITUATIONS)[number];

const CASE_NO = 'TS-ORG1-20260302-0001';
const UNIT = 'ORG1-UNIT';
const ORG = 'ORG1';
const ELSEWHERE = 'OTHER';

/** Somebody who holds one role, at a unit of organisation ORG1. */
export function holderOf(role: string): Subject {
  return testStaff({
    personId: 'me',
    unitId: UNIT,
    orgId: ORG,
    unitLine: [UNIT, ORG],
    holdings: [{ role, unitId: UNIT, orgId: ORG, placeId: ORG }],
  });
}

export const COMPLAINANT: Subject = { kind: 'complainant', caseNo: CASE_NO };

/** An object to which the holder of the role stands in exactly this situation. */
export function objectIn(situation: Situation, kind: FactKind, accessClass: AccessClass, role: string): ObjectFacts {
  const facts: ObjectFacts = {
    kind,
    id: 'object',
    caseNo: CASE_NO,
    open: true,
    case: {
      caseNo: CASE_NO,
      orgId: ELSEWHERE,
      orgLine: [ELSEWHERE],
      receivedOrgId: ELSEWHERE,
      respondentUnitId: null,
      class: accessClass,
      contactReleased: false,
      open: true,
      relations: [],
    },
  };
  return { ...facts, ...changeOf(situation, facts, role) };
}

function changeOf(situation: Situation, facts: ObjectFacts, role: string): Partial<ObjectFacts> {
  const ofCase = (change: Partial<NonNullable<ObjectFacts['case']>>): Partial<ObjectFacts> =>
    facts.case ? { case: { ...facts.case, ...change } } : {};
  const mine = (rel: string, handlingLine: string[] = []) => [
    { rel, personId: 'me', role: null, unitId: null, until: null, handlingLine },
  ];
  const task = facts.kind === 'task';
  switch (situation) {
    case 'none':
    case 'cmp':
      return {};
    case 'own':
    case 'con':
    case 'contact':
      return ofCase({ relations: mine(situation) });
    case 'conflicted':
      return { ...ofCase({ relations: [...mine('own'), ...mine('conflicted')] }), assigneeId: 'me' };
    case 'asg':
      return task ? { assigneeId: 'me' } : ofCase({ relations: mine('asg') });
    case 'hnd':
      return task ? { handlerIds: ['me'] } : ofCase({ relations: mine('hnd') });
    case 'cand':
      return task
        ? { candidates: [{ role, unitId: UNIT }] }
        : ofCase({ relations: [{ rel: 'cand', personId: null, role, unitId: UNIT, until: null, handlingLine: [] }] });
    case 'desk':
      return ofCase({ receivedOrgId: ORG });
    case 'sup':
      return ofCase({
        relations: [
          {
            rel: 'own',
            personId: 'somebody',
            role: null,
            unitId: null,
            until: null,
            handlingLine: ['BELOW', UNIT, ORG],
          },
        ],
      });
    case 'aud':
      return ofCase({ orgLine: ['BELOW', UNIT, ORG] });
    case 'rsp':
      return ofCase({ respondentUnitId: UNIT });
    case 'aut':
      return { authorId: 'me' };
    case 'pty':
      return { partyUnitIds: [UNIT] };
    case 'unit':
      return { unitLine: [UNIT, ORG] };
  }
}
