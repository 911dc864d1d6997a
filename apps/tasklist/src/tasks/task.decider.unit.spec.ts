import { at } from '@huiying/working-time';
import { assign, claim, mayComplete, release, type TaskFacts } from './task.decider.js';
import { userTaskNames } from '@huiying/zeebe';

const now = at('2026-03-02', '10:00');
const free: TaskFacts = { state: 'open', assigneeId: null, claimedAt: null };
const mine: TaskFacts = { state: 'open', assigneeId: 'p-1', claimedAt: now };

describe('a task', () => {
  it('is claimed by whoever comes first', () => {
    expect(claim(free, 'p-1', now)).toEqual({ assigneeId: 'p-1', claimedAt: now });
    expect(claim(mine, 'p-2', now)).toEqual({ refused: 'task-claimed', by: 'p-1', at: now });
    expect(claim(mine, 'p-1', at('2026-03-02', '11:00'))).toEqual({ assigneeId: 'p-1', claimedAt: now });
  });

  it('is given back and completed by its holder alone', () => {
    expect(release(mine, 'p-1')).toEqual({ assigneeId: null, claimedAt: null });
    expect(release(mine, 'p-2')).toEqual({ refused: 'task-not-yours' });
    expect(mayComplete(mine, 'p-1')).toBeUndefined();
    expect(mayComplete(free, 'p-1')).toEqual({ refused: 'task-not-yours' });
  });

  it('that is over takes nothing more', () => {
    for (const state of ['withdrawn', 'completed'] as const) {
      const over = { refused: `task-${state}` };
      expect(claim({ ...mine, state }, 'p-1', now)).toEqual(over);
      expect(assign({ ...mine, state }, 'p-2', now)).toEqual(over);
      expect(mayComplete({ ...mine, state }, 'p-1')).toEqual(over);
    }
  });
});

describe('names of user tasks', () => {
  it('are read from the model in any order of attributes', () => {
    const xml = `<bpmn:userTask name="部门接单 &amp; 核对" id="take-order"><x/></bpmn:userTask><userTask id="sign" name="签批" /><userTask id="bare">`;
    expect([...userTaskNames(xml)]).toEqual([
      ['take-order', '部门接单 & 核对'],
      ['sign', '签批'],
    ]);
  });
});
