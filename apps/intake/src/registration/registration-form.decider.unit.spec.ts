import { extraOf, mayRegister, refuseExtra } from './registration-form.decider.js';

const FIELDS = [
  { key: 'extra1', label: '车位号', required: true },
  { key: 'extra2', label: '来访人数', required: false },
];

describe('the registration form of an organisation', () => {
  it('R13.10 operations and the steward have it at a property company, 工程部 has none', () => {
    for (const role of ['operations-head', 'property-steward', 'general-office', 'intake-desk']) {
      expect(mayRegister([role], 'property-company')).toBe(true);
    }
    for (const role of ['service-centre-engineering', 'engineering', 'maintenance-crew']) {
      expect(mayRegister([role], 'property-company')).toBe(false);
    }
    expect(mayRegister(['engineering', 'property-steward'], 'property-company')).toBe(true);
    expect(mayRegister(['engineering'], 'developer')).toBe(true);
  });

  it('R13.10 a new required field is asked for on a call, a letter and a visit', () => {
    for (const channel of ['phone', 'hotline', 'letter', 'visit']) {
      expect(refuseExtra(FIELDS, {}, channel)).toEqual([{ field: 'extra.extra1', code: 'required' }]);
    }
    expect(refuseExtra(FIELDS, {}, 'email')).toEqual([]);
    expect(refuseExtra(FIELDS, { extra1: 'B1-07' }, 'phone')).toEqual([]);
  });

  it('R13.10 takes no field that the form does not have, and no endless text', () => {
    expect(refuseExtra([], { extra1: 'x' }, 'phone')).toEqual([{ field: 'extra.extra1', code: 'unknown-field' }]);
    expect(refuseExtra(FIELDS, { extra1: 7 }, 'phone')).toEqual([{ field: 'extra.extra1', code: 'wrong-type' }]);
    expect(refuseExtra(FIELDS, { extra1: 'x'.repeat(501) }, 'phone')).toMatchObject([{ code: 'too-long' }]);
    expect(extraOf(FIELDS, { extra1: ' B1-07 ', extra2: '' })).toEqual([
      { key: 'extra1', label: '车位号', value: 'B1-07' },
    ]);
  });
});
