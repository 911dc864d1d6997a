import type { CaseView } from '@huiying/contracts';
import { actionsFor, CASE_ACTIONS } from './case-actions.js';

/** Somebody to whom the policy gives every action of the page. */
const may = CASE_ACTIONS.map((action) => action.may);
const offered = (more: Partial<CaseView>) =>
  actionsFor({
    ...{ may, state: 'registered', masterNo: null, children: [], handlingProcess: null, emergency: false },
    ...more,
  } as CaseView).map(({ id }) => id);

describe('actions of a case', () => {
  it('R10.5 linking and taking out again are offered before the case has a handling of its own, and not to a master', () => {
    expect(offered({})).toContain('link');
    expect(offered({})).not.toContain('unlink');
    expect(offered({ children: ['TS-2'] })).not.toContain('link');
    expect(offered({ state: 'following-master', masterNo: 'TS-1' })).toEqual(
      expect.arrayContaining(['link', 'unlink']),
    );
    for (const state of ['accepted', 'dispatched', 'awaiting-answer', 'archived'] as const) {
      expect(offered({ state, masterNo: 'TS-1' })).not.toContain('link');
      expect(offered({ state, masterNo: 'TS-1' })).not.toContain('unlink');
    }
  });

  it('R10.5 a case is taken out of the master that it follows', () => {
    const unlink = CASE_ACTIONS.find(({ id }) => id === 'unlink');
    expect(unlink).toMatchObject({ method: 'DELETE', part: '/links' });
    expect(unlink?.fixed?.({ masterNo: 'TS-1' } as CaseView)).toEqual({ masterNo: 'TS-1' });
  });

  it('R07.6 a feedback date is changed in a sales case only', () => {
    expect(offered({ state: 'dispatched', handlingProcess: 'sales-complaint' })).toContain('date');
    expect(offered({ state: 'dispatched', handlingProcess: 'department-handling' })).not.toContain('date');
  });

  it('R01.7 the reply of an authority is registered while a review waits for it', () => {
    expect(offered({ state: 'reviewing' })).toContain('reply');
    expect(offered({ state: 'awaiting-answer' })).not.toContain('reply');
  });

  it('R08.7 an emergency is not started where one runs, and may be of a case that is closed', () => {
    expect(offered({ state: 'archived' })).toContain('emergency');
    expect(offered({ state: 'dispatched', emergency: true })).not.toContain('emergency');
  });

  it('what the policy does not give is not offered', () => {
    expect(offered({ may: ['case.note'] })).toEqual(['note']);
  });
});
