import { type Clarification, isInTime, isSameLevel } from './clarification.decider.js';

const published: Clarification = {
  outlet: '城市晚报',
  level: 'municipal',
  clarifiedOutlet: '城市晚报',
  clarifiedLevel: 'municipal',
  clarifiedOn: '2026-03-07',
  clarifyBy: '2026-03-07',
};

describe('a clarification', () => {
  it.each([
    ['2026-03-02', true],
    ['2026-03-07', true],
    ['2026-03-08', false],
    [null, null],
  ])('R11.4 published 2 Mar, clarified %s: in time %s', (clarifiedOn, inTime) =>
    expect(isInTime({ ...published, clarifiedOn })).toBe(inTime),
  );

  it.each([
    ['城市晚报', 'municipal', true],
    ['城市晚报', null, true],
    ['日报', 'municipal', true],
    ['省报', 'provincial', true],
    ['县报', 'county', false],
    ['公众号', 'self-media', false],
    ['日报', null, null],
    [null, null, null],
  ] as const)('R11.4 in %s (%s): same level %s', (clarifiedOutlet, clarifiedLevel, same) =>
    expect(isSameLevel({ ...published, clarifiedOutlet, clarifiedLevel })).toBe(same),
  );

  it('R11.4 the same outlet counts whatever its level is said to be', () =>
    expect(isSameLevel({ ...published, level: null, clarifiedLevel: null })).toBe(true));
});
