import { addYears, bindingUntil, seasonsEnd, statutoryUntil, type StatutoryTerm } from './statutory.decider.js';

const figures = {
  designLifeYears: 50,
  heatingFrom: '11-15',
  heatingTo: '03-15',
  coolingFrom: '06-01',
  coolingTo: '09-30',
};
const until = (
  acceptedOn: string,
  term: StatutoryTerm['term'],
  amount: number | null,
  designLife: number | null = null,
) => statutoryUntil(acceptedOn, { term, amount }, figures, designLife);

describe('statutory warranty (建设工程质量管理条例 第四十条)', () => {
  it.each([
    ['2025-03-10', 1, '2026-03-10'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2096-02-29', 4, '2100-02-28'],
  ])('R02.9 %s and %i years: %s', (day, years, wanted) => expect(addYears(day, years)).toBe(wanted));

  it('R02.9 foundation and main structure: the design life, the building’s own where it is on file', () => {
    expect(until('2020-05-08', 'design-life', null)).toBe('2070-05-08');
    expect(until('2020-05-08', 'design-life', null, 100)).toBe('2120-05-08');
  });

  it('R02.9 waterproofing, wet rooms and outer walls five years, wiring and fitting-out two', () => {
    expect(until('2020-05-08', 'years', 5)).toBe('2025-05-08');
    expect(until('2020-05-08', 'years', 2)).toBe('2022-05-08');
  });

  it.each([
    ['2020-05-08', '2022-03-15'],
    ['2020-11-15', '2022-03-15'],
    ['2020-11-16', '2023-03-15'],
    ['2021-01-10', '2023-03-15'],
  ])('R02.9 heating, accepted %s: the second full season ends %s', (acceptedOn, wanted) => {
    expect(until(acceptedOn, 'heating-seasons', 2)).toBe(wanted);
  });

  it('R02.9 cooling: seasons within a year; one that had begun does not count', () => {
    expect(seasonsEnd('2020-06-01', 2, '06-01', '09-30')).toBe('2021-09-30');
    expect(seasonsEnd('2020-06-02', 2, '06-01', '09-30')).toBe('2022-09-30');
  });

  it('R02.9 the contract may be longer, never shorter; what the law leaves open the contract says', () => {
    expect(bindingUntil('2025-05-08', '2030-05-08')).toEqual({ until: '2030-05-08', by: 'contract' });
    expect(bindingUntil('2025-05-08', '2023-05-08')).toEqual({ until: '2025-05-08', by: 'law' });
    expect(bindingUntil(null, '2023-05-08')).toEqual({ until: '2023-05-08', by: 'contract' });
    expect(bindingUntil(until('2020-05-08', 'agreed', null), null)).toEqual({ until: null, by: 'law' });
  });
});
