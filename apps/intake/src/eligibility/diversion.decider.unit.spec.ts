import { divert, startsEmergency } from './diversion.decider.js';

describe('a case that is not accepted', () => {
  it.each([
    ['R05.1', 'employee-report', 'other-procedure', 'employee-report'],
    ['R09.2', 'supervision', 'other-procedure', 'supervision'],
    ['R12.2', 'inquiry-handling', 'inquiry-handling', 'inquiry-handling'],
    ['R11.12', 'inter-store-dispute', 'inter-store-dispute', null],
    ['R10.4', 'delivery-defect', 'delivery-defect', null],
    ['R13.3', 'measure-follow-up', 'measure-follow-up', null],
  ] as const)('%s: is diverted to %s and shows as %s', (_, target, shown, starts) => {
    expect(divert('divert', target)).toMatchObject({ shown, starts });
  });

  it('R13.2: a suggestion is recorded with thanks', () => {
    expect(divert('record', null)).toMatchObject({ reason: 'suggestion', shown: null, starts: null });
  });

  it('R09.5: the scope of the group is redirected to its centre', () => {
    expect(divert('redirect', null)).toMatchObject({ reason: 'group-scope', shown: 'other-centre', starts: null });
  });

  it('R04.4: outside our scope it is refused', () => {
    expect(divert('refuse', null)).toMatchObject({ reason: 'outside-scope', shown: null });
  });

  it('R01.2: a supplement that did not come closes the case', () => {
    expect(divert('abandoned', null).reason).toBe('supplement-overdue');
  });

  it('R13.3: an invalid complaint is a measure for the department complained about', () => {
    expect(divert('pass', 'measure-follow-up')).toMatchObject({ reason: 'invalid', measure: 'other' });
    expect(divert('divert', 'measure-follow-up').measure).toBe('repair-service');
  });

  it('R08.7: danger in a delivery defect or a redirected case starts the emergency response', () => {
    expect(startsEmergency(divert('divert', 'delivery-defect'), true)).toBe(true);
    expect(startsEmergency(divert('redirect', null), true)).toBe(true);
    expect(startsEmergency(divert('redirect', null), null)).toBe(false);
    expect(startsEmergency(divert('refuse', null), true)).toBe(false);
  });
});
