import { FormContracts } from '../forms/index.js';
import { Messages } from '../messages/index.js';
import { EVENT_TYPES, eventContract, topicOf } from './registry.js';
import { isRestricted, isSealedNumber, SEALED_PROCESSES } from './sealed.js';

/** Every text of an example. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe('what is sealed', () => {
  it('access.md §3 events.md §2 class and number agree: restricted events name a sealed file, no other event names one', () => {
    for (const type of EVENT_TYPES) {
      const { class: sealing, example } = eventContract(type);
      expect([type, texts(example).some(isSealedNumber)]).toEqual([type, sealing === 'restricted']);
    }
  });

  it('access.md §3 a noun is restricted or open, never both, and the restricted ones are processes with a start and forms', () => {
    for (const type of EVENT_TYPES)
      expect([type, SEALED_PROCESSES.has(topicOf(type))]).toEqual([type, isRestricted(type)]);
    expect([...SEALED_PROCESSES].sort()).toEqual(['employee-report', 'supervision']);
    for (const process of SEALED_PROCESSES) {
      expect(Object.keys(Messages)).toContain(`start-${process}`);
      expect(Object.keys(FormContracts).some((form) => form.startsWith(`${process}--`))).toBe(true);
    }
  });

  it('access.md §3 what is derived from a sealed number is sealed as well; numbers of others are not', () => {
    const sealed = [
      'JB-0123456789',
      'DB-FH01-20260302-0001',
      'DB-FH01-20260302-0001-M1',
      'DB-FH01-20260302-0001:R01.8',
    ];
    expect([...sealed, 'supervision-audit:FH01:2026'].filter((number) => !isSealedNumber(number))).toEqual([]);
    const open = [
      'TS-JB01-20260302-0001',
      'JZ-FH01-20260302-0001',
      'CF-DB01-20260302-0001',
      'supervision-monthly:FH01',
    ];
    expect(open.filter(isSealedNumber)).toEqual([]);
  });
});
