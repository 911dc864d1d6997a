import { type Candidate, chooseHolder } from './look-up.js';

/** A company with two regions, each with a store; both regions have an office. */
const office = (region: string): Candidate => ({
  unitId: region,
  orgId: 'JJ01',
  line: [region, 'JJ01', 'JT01'],
  parts: [region],
});
const manager = (store: string, region: string): Candidate => ({
  unitId: store,
  orgId: 'JJ01',
  line: [store, region, 'JJ01', 'JT01'],
  parts: [store, region],
});
const desk: Candidate = { unitId: 'JJ01-SL', orgId: 'JJ01', line: ['JJ01-SL', 'JJ01', 'JT01'], parts: [] };
const ofGroup: Candidate = { unitId: 'JT01-PQ', orgId: 'JT01', line: ['JT01-PQ', 'JT01'], parts: [] };

describe('the nearest holder of a role', () => {
  it('R11.10 R11.12 of a store is found in its own region, not in the first of the company', () => {
    const place = { orgId: 'JJ01', unitId: 'D21', between: ['QY2'], parts: ['D21', 'QY2'], above: ['JT01'] };
    expect(chooseHolder([office('QY1'), office('QY2')], place)).toBe('QY2');
  });

  it('is found at the unit itself before anything above it', () => {
    const place = { orgId: 'JJ01', unitId: 'D21', between: ['QY2'], parts: ['D21', 'QY2'], above: ['JT01'] };
    expect(chooseHolder([office('QY2'), manager('D21', 'QY2')], place)).toBe('D21');
  });

  it('is found in the organisation where neither the unit nor its region has one', () => {
    const place = { orgId: 'JJ01', unitId: 'D21', between: ['QY2'], parts: ['D21', 'QY2'], above: ['JT01'] };
    expect(chooseHolder([desk], place)).toBe('JJ01-SL');
    expect(chooseHolder([], place)).toBeUndefined();
  });

  it('R11.10 R11.12 goes up from a region or store that has none, never over to another one', () => {
    const place = { orgId: 'JJ01', unitId: 'D21', between: ['QY2'], parts: ['D21', 'QY2'], above: ['JT01'] };
    expect(chooseHolder([office('QY1'), desk], place)).toBe('JJ01-SL');
    expect(chooseHolder([office('QY1'), ofGroup], place)).toBe('JT01-PQ');
    expect(chooseHolder([office('QY1')], place)).toBeUndefined();
    expect(chooseHolder([manager('D22', 'QY2'), office('QY2')], place)).toBe('QY2');
    expect(chooseHolder([manager('D22', 'QY2')], place)).toBeUndefined();
    // A region that is named: its own stores are below it.
    const region = { orgId: 'JJ01', unitId: 'QY2', parts: ['QY2'], above: ['JT01'] };
    expect(chooseHolder([manager('D11', 'QY1'), manager('D22', 'QY2')], region)).toBe('D22');
  });

  it('R11.10 R11.12 of a department that serves the whole company, or of no unit, may be any region’s', () => {
    expect(chooseHolder([office('QY1')], { orgId: 'JJ01', above: ['JT01'] })).toBe('QY1');
    expect(chooseHolder([office('QY1')], { orgId: 'JJ01', unitId: 'JJ01-SL', parts: [], above: ['JT01'] })).toBe('QY1');
  });

  it('R10.1 above an organisation is found in its own region of the group, not in another one', () => {
    const regional = (region: string): Candidate => ({
      unitId: region,
      orgId: 'JT01',
      line: [region, 'JT01'],
      parts: [region],
    });
    const place = { orgId: 'FH01', above: ['PQ2', 'JT01'], regions: ['PQ2'] };
    expect(chooseHolder([regional('PQ1'), regional('PQ2')], place)).toBe('PQ2');
    expect(chooseHolder([regional('PQ1')], place)).toBeUndefined();
    expect(chooseHolder([regional('PQ1'), ofGroup], place)).toBe('JT01-PQ');
    // A company that lies in no region of the group may ask any.
    expect(chooseHolder([regional('PQ1')], { orgId: 'WY01', above: ['JT01'], regions: [] })).toBe('PQ1');
  });
});
