import { EVENT_TYPES, eventContract, type EventType } from '@huiying/contracts';
import { lineOf } from './line-of.js';
import { rulesOf } from './rules-of.js';

/** Every type that may name a case and is not sealed. */
const OF_A_CASE = EVENT_TYPES.filter((type) => {
  const { class: sealing, schema } = eventContract(type);
  return sealing !== 'restricted' && Object.hasOwn(schema.properties ?? {}, 'caseNo');
});
/** The tasklist's own bookkeeping: the step itself has the rule. */
const WITHOUT_RULE: readonly EventType[] = [
  'task.created',
  'task.claimed',
  'task.released',
  'task.assigned',
  'task.completed',
  'task.withdrawn',
  'limits.requested',
  'notice.sent', // those of its template
  'case.changed',
];
const exampleOf = (type: EventType) => eventContract(type).example as Record<string, unknown>;

describe('timeline of a case', () => {
  it.each(OF_A_CASE)('R03.3 %s is one plain line in both languages, without a code or a gap', (type) => {
    const { zh, en } = lineOf(type, exampleOf(type));
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/[a-z]/);
    for (const line of [zh, en]) expect(line).not.toMatch(/undefined|null|NaN|\[object|：$|: $/);
  });

  it.each(OF_A_CASE.filter((type) => !WITHOUT_RULE.includes(type)))('R03.3 %s names the rules behind it', (type) => {
    expect(rulesOf(type, exampleOf(type)).length).toBeGreaterThan(0);
    for (const id of rulesOf(type, exampleOf(type))) expect(id).toMatch(/^R\d\d\.\d+$/);
  });

  it('R07.4 R07.7 R10.5 says what changed', () => {
    expect(lineOf('case.level-raised', { from: 1, to: 2, toGroup: 'sales-lead' }).zh).toMatch(
      /第 1 级 → 第 2 级（.+）$/,
    );
    expect(lineOf('feedback-date.changed', { newDate: '2026-03-12', change: 2 })).toMatchObject({
      zh: '预计反馈日已改：改为 2026-03-12（第 2 次更改）',
    });
    expect(lineOf('case.linked', { linked: false, masterNo: 'TS-1' }).en).toMatch(/: no longer follows TS-1$/);
    expect(lineOf('penalty.imposed', { amountFen: 50_000 }).zh).toMatch(/：500\.00 元$/);
  });

  it('R10.4 says that a hand-over ended because its process took over', () => {
    expect(lineOf('task.withdrawn', { process: 'hand-over' }).zh).toContain('目标流程已接手');
    expect(lineOf('task.withdrawn', { process: 'mediation' })).toEqual(eventContract('task.withdrawn').meaning);
  });

  it('R11.7 a penalty shows the rule that imposed it', () => {
    expect(rulesOf('penalty.imposed', { ruleId: 'R11.1' })).toEqual(['R11.1', 'R11.7']);
  });
});
