import { DecisionEvaluator } from '@huiying/engine';
import { at, calendarOf, calendarSeed, dayOf } from '@huiying/working-time';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fire, start } from './deadline.decider.js';
import type { Deadline } from './deadline.js';
import { limitRowOf } from './limit-terms.js';

const calendar = calendarOf('2026.1', calendarSeed(2026));
const facts = {
  ...{ orgType: 'brokerage', kind: null, topic: null, severity: null, complexity: null, keyCustomer: false },
};

/** The limits of stores as decision `deadlines` has them, on the days of the examples (processes.md §6). */
describe('limits of stores', () => {
  let decisions: DecisionEvaluator;
  beforeAll(async () => {
    const xml = readFileSync(join(process.cwd(), 'bpmn/decisions/deadlines.dmn'), 'utf8');
    decisions = await DecisionEvaluator.fromXml([xml]);
  });

  function limit(limitId: string, from: Date): Deadline {
    const row = limitRowOf(limitId, decisions.evaluate('deadlines', { limitId, ...facts }).output, facts);
    if (!row) throw new Error(`no row ${limitId}`);
    const command = { id: 'd-1', subjectNo: 'S', limitId, n: 1, caseNo: null, orgId: 'JJ01', terms: row.terms, from };
    return start(command, { at: from, by: 'system' }, calendar).deadline;
  }
  /** What time has brought until a moment. */
  function until(deadline: Deadline, now: Date): string[] {
    const kinds: string[] = [];
    let current = deadline;
    for (let next = fire(current, now, calendar); next; next = fire(current, now, calendar)) {
      current = next.deadline;
      kinds.push(next.step.kind);
    }
    return kinds;
  }

  it('R11.10 at the store Thu 7 May 2026: in time on Sat 9 May, the make-up day; missed 10 May 00:00', () => {
    const store = limit('R11.10', at('2026-05-07', '10:00'));
    expect(until(store, at('2026-05-09', '23:59'))).not.toContain('missed');
    expect(until(store, at('2026-05-10', '00:00'))).toContain('missed');
  });

  it('R11.12 failed 2 Mar: to be filed by 5 Mar, missed 6 Mar 00:00', () => {
    const filing = limit('R11.12#filing', at('2026-03-02', '16:00'));
    expect(until(filing, at('2026-03-05', '23:59'))).not.toContain('missed');
    expect(until(filing, at('2026-03-06', '00:00'))).toContain('missed');
  });

  it('R11.12 filed 28 Sep: warned on 10 Oct, the fifth working day, served by 13 Oct', () => {
    const serve = limit('R11.12#serve', at('2026-09-28', '10:00'));
    expect(dayOf(serve.dueAt)).toBe('2026-10-13');
    expect(until(serve, at('2026-10-09', '23:59'))).toEqual([]);
    expect(until(serve, at('2026-10-10', '23:59'))).toEqual(['warned']);
    expect(until(serve, at('2026-10-14', '00:00'))).toEqual(['warned', 'missed']);
  });

  it('R11.12 received 9 Mar: silent to 14 Mar 24:00, whenever the receipt was typed in', () => {
    const reply = limit('R11.12#reply', at('2026-03-09', '00:00'));
    expect(until(reply, at('2026-03-14', '23:59'))).not.toContain('missed');
    expect(until(reply, at('2026-03-15', '00:00'))).toContain('missed');
  });
});
