import { at } from '@huiying/working-time';
import { fromOf } from '../deadlines/job-limits.js';
import { unitsOf } from './task-units.js';

describe('units of a task', () => {
  it('R11.12 both stores of a dispute: the variable that header unit names, a list', () => {
    expect(unitsOf({ unit: '=parties' }, { parties: ['FD01', 'FD02', 'FD01'], unitId: 'QY01' })).toEqual([
      'FD01',
      'FD02',
    ]);
  });

  it('R11.12 one store, and none while it is not known', () => {
    expect(unitsOf({ unit: '=complainingStoreId' }, { complainingStoreId: 'FD05' })).toEqual(['FD05']);
    expect(unitsOf({ unit: '=complainingStoreId' }, { complainingStoreId: null })).toEqual([]);
  });

  it('R11.9 without the header the unit of the process, if it has one', () => {
    expect(unitsOf({}, { unitId: 'QY01' })).toEqual(['QY01']);
    expect(unitsOf({}, { unitId: null, storeId: 'FD05' })).toEqual(['FD05']);
    expect(unitsOf({}, {})).toEqual([]);
  });
});

it('R11.12 a limit counts from the day that header deadlineFrom names', () => {
  expect(fromOf({ deadlineFrom: 'receivedOn' }, { receivedOn: '2026-03-09' })).toEqual(at('2026-03-09', '00:00'));
  expect(fromOf({ deadlineFrom: 'receivedOn' }, {})).toBeUndefined();
  expect(fromOf({}, { receivedOn: '2026-03-09' })).toBeUndefined();
});
