import type { Incident, TaskPage, TaskSummary } from '@huiying/contracts';
import { actionBody, CASE_ACTIONS, unanswered } from '../cases/case-actions.js';
import { entryFaults, EMPTY_ENTRY, toRegistration } from '../desk/registration.js';
import { menuOf } from '../frame/menu.js';
import { byCause } from '../ops/stuck.js';
import { parseYuan } from '../../formats/money.js';
import { compareTasks } from './compare-tasks.js';
import { dropLocalDraft, keepLocalDraft, localDraft } from './local-draft.js';
import { recurringOf } from './recurring-subject.js';
import { viewsOf } from './task-views.js';

const row = (id: string) => ({ id }) as TaskSummary;
const page = (ids: string[], next: string | null = null): TaskPage => ({ items: ids.map(row), next });

it('R03.8 a head sees what lies with the people below, whoever holds it; others have no such list', () => {
  expect(viewsOf((action) => action === 'task.team')).toEqual(['mine', 'group', 'team', 'done']);
  expect(viewsOf(() => false)).toEqual(['mine', 'group', 'done']);
});

describe('what changed in the list since it was read', () => {
  it('counts new tasks and greys vanished ones', () => {
    expect(compareTasks([row('a'), row('b')], page(['b', 'c', 'd']), false)).toEqual({
      added: 2,
      gone: new Set(['a']),
    });
  });
  it('says nothing about rows behind the first page', () => {
    expect(compareTasks([row('a'), row('b')], page(['c'], 'cursor'), true)).toEqual({ added: 0, gone: new Set() });
    expect(compareTasks([row('a')], undefined, false)).toEqual({ added: 0, gone: new Set() });
  });
});

describe('the copy of a draft in the browser', () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  it('counts until the server has a newer one', () => {
    keepLocalDraft(store, 't1', 2, { note: '写到一半' });
    expect(localDraft(store, 't1', 2)).toEqual({ note: '写到一半' });
    expect(localDraft(store, 't1', 3)).toBeUndefined();
    expect(kept.size).toBe(0);
    keepLocalDraft(store, 't1', 2, {});
    dropLocalDraft(store, 't1');
    expect(localDraft(store, 't1', 0)).toBeUndefined();
  });
});

describe('the menu', () => {
  const me = (worksOnCases: boolean, may: string[], ...groups: string[]) => ({ groups, worksOnCases, may });
  const paths = (...of: Parameters<typeof me>) => menuOf(me(...of)).map(({ path }) => path);
  it('lands the desk at its queue, departments at their tasks, operators at operations, administrators at the projects', () => {
    expect(paths(true, ['intake.similar'], 'intake-desk').slice(0, 3)).toEqual(['/desk', '/tasks', '/cases']);
    expect(paths(true, [], 'quality-centre').slice(0, 2)).toEqual(['/tasks', '/cases']);
    expect(paths(false, ['ops.read', 'studio.read'], 'operator')).toEqual(['/ops', '/studio/parameters']);
    expect(paths(false, ['project.write', 'rulebook.read'], 'administrator')).toEqual([
      '/projects',
      '/studio/rulebook',
    ]);
  });
});

describe('an entry at the desk', () => {
  it('asks for text, name or anonymity, and for the read-back where it was spoken (R07.2, R08.3)', () => {
    expect(entryFaults(EMPTY_ENTRY).map(({ field }) => field)).toEqual(['description', 'name', 'readBack']);
    const entry = { ...EMPTY_ENTRY, channel: 'letter', description: '渗水', anonymous: true };
    expect(entryFaults(entry)).toEqual([]);
    expect(toRegistration(entry)).toEqual({ channel: 'letter', description: '渗水', anonymous: true });
  });
});

describe('actions of a case', () => {
  const action = (id: string) => CASE_ACTIONS.find((one) => one.id === id) ?? CASE_ACTIONS[0]!;
  it('send what was answered, in the types of the route', () => {
    const answers = { amountFen: '1,200', households: '5', proceedings: 'no', dangerToPersons: 'unknown', reason: ' ' };
    expect(actionBody(action('facts'), answers, parseYuan)).toEqual({
      amountFen: 120_000,
      households: 5,
      proceedings: false,
      dangerToPersons: null,
    });
  });
  it('name what is missing or unreadable', () => {
    expect(unanswered(action('extend'), { days: '0' }, parseYuan)).toEqual(['limitId', 'days', 'reason']);
    expect(unanswered(action('note'), { text: '已联系' }, parseYuan)).toEqual([]);
  });
});

describe('incidents', () => {
  it('are grouped by cause and element, the largest group first', () => {
    const incident = (key: string, element: string, createdAt: string) =>
      ({ key, element, createdAt, errorType: 'JOB_NO_RETRIES', message: 'x', process: 'p' }) as Incident;
    const groups = byCause([incident('1', 'a', '5'), incident('2', 'b', '1'), incident('3', 'b', '3')]);
    expect(groups.map(({ elementId, since, incidents }) => [elementId, since, incidents.length])).toEqual([
      ['b', '1', 2],
      ['a', '5', 1],
    ]);
  });
});

describe('a number that is only a key', () => {
  it('names the report and its period, its measure and what is overdue of it', () => {
    const monthly = { name: { zh: '投诉单汇总', en: 'Compilation of tickets' }, period: '2026-11', measure: null };
    expect(recurringOf('ticket-monthly:WY01:2026-11')).toEqual(monthly);
    expect(recurringOf('ticket-monthly:WY01:2026-11:R12.5:1')).toEqual(monthly);
    expect(recurringOf('ticket-monthly:WY01:2026-11-M2')).toEqual({ ...monthly, measure: '2' });
    expect(recurringOf('recurring:FH01:2026-Q4')?.period).toBe('2026-Q4');
    expect(recurringOf('JJ01:2027-01-01')).toEqual({ name: null, period: '2027-01-01', measure: null });
  });
  it.each([
    'TS-WY01-20261126-0001',
    'TS-WY01-20261126-0001:R04.4:1',
    'JZ-WY01-20261215-0001-M1',
    'DC-WY01-20261130-0002',
  ])('leaves %s as people know it', (subjectNo) => expect(recurringOf(subjectNo)).toBeUndefined());
});
