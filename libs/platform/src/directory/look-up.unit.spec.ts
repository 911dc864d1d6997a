import { type Candidate, chooseHolder } from './look-up.js';

/** A company with two regions, each with a store; both regions have an office. */
const office = (region: string): Candidate => ({ unitId: region, orgId: 'JJ01', line: [region, 'JJ01', 'JT01'] });
const desk: Candidate = { unitId: 'JJ01-SL', orgId: 'JJ01', line: ['JJ01-SL', 'JJ01', 'JT01'] };

describe('the nearest holder of a role', () => {
  it('R11.10 R11.12 of a store is found in its own region, not in the first of the company', () => {
    const place = { orgId: 'JJ01', unitId: 'D21', between: ['QY2'], above: ['JT01'] };
    expect(chooseHolder([office('QY1'), office('QY2')], place)).toBe('QY2');
  });

  it('is found at the unit itself before anything above it', () => {
    const place = { orgId: 'JJ01', unitId: 'D21', between: ['QY2'], above: ['JT01'] };
    const own: Candidate = { unitId: 'D21', orgId: 'JJ01', line: ['D21', 'QY2', 'JJ01', 'JT01'] };
    expect(chooseHolder([office('QY2'), own], place)).toBe('D21');
  });

  it('is found in the organisation where neither the unit nor its region has one', () => {
    const place = { orgId: 'JJ01', unitId: 'D21', between: ['QY2'], above: ['JT01'] };
    expect(chooseHolder([desk], place)).toBe('JJ01-SL');
    expect(chooseHolder([], place)).toBeUndefined();
  });
});
