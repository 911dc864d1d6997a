import { groupOfLevel, levelOfGroup, offeredActions } from './ladder.decider.js';

describe('sales ladder', () => {
  it('R07.4 has five levels from the salesperson to the general manager', () => {
    expect([1, 2, 3, 4, 5].map(groupOfLevel)).toEqual([
      'salesperson',
      'sales-lead',
      'sales-manager',
      'deputy-general-manager',
      'general-manager',
    ]);
    expect(() => groupOfLevel(6)).toThrow(RangeError);
    expect(() => groupOfLevel(0)).toThrow(RangeError);
    expect([levelOfGroup('sales-manager'), levelOfGroup('marketing'), levelOfGroup(undefined)]).toEqual([
      3,
      undefined,
      undefined,
    ]);
  });

  it('R07.4 offers no climb at level 5, below it one', () => {
    expect(offeredActions(5)).not.toContain('climb');
    for (const level of [1, 2, 3, 4]) expect(offeredActions(level)).toContain('climb');
  });

  it('R07.5 offers departments from level 3 on, not at level 2', () => {
    expect(offeredActions(2)).toEqual(['settle', 'climb']);
    expect(offeredActions(3)).toEqual(['settle', 'climb', 'departments']);
  });
});
