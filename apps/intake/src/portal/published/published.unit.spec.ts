import { isPeriod, publicCount, published, ratingWord, type ClosedCase } from './published.decider.js';

const closed: ClosedCase = {
  month: '2026-03',
  project: '望舒苑',
  kind: 'after-sales',
  justified: 'yes',
  measureTypes: ['rectify', 'compensate', 'rectify'],
  receivedOn: '2026-03-02',
  toldOn: '2026-03-06',
  onTime: true,
  score: 5,
};

describe('what the public reads of closed complaints', () => {
  it('R03.4 counts of at least five, else 「少于 5」', () => {
    expect(publicCount(5, true, 5)).toEqual({ count: 5, text: { zh: '5', en: '5' } });
    expect(publicCount(4, false, 5)).toEqual({ count: null, text: { zh: '少于 5', en: 'fewer than 5' } });
  });

  it('R03.4 names a project only where it may be named, a measure once, and no place finer', () => {
    const shown = published(closed, new Set(['望舒苑']), () => 4);
    expect(shown).toEqual({
      month: '2026-03',
      project: '望舒苑',
      kind: 'after-sales',
      justified: 'yes',
      measures: ['rectify', 'compensate'],
      workingDays: 4,
      onTime: true,
      rating: 'satisfied',
    });
    expect(published(closed, new Set(), () => 4).project).toBeNull();
    expect(published({ ...closed, toldOn: null }, new Set(), () => 4).workingDays).toBeNull();
  });

  it('R08.6 words of a rating', () => {
    expect([1, 2, 3, 4, 5, null].map(ratingWord)).toEqual([
      'dissatisfied',
      'dissatisfied',
      'fair',
      'satisfied',
      'satisfied',
      null,
    ]);
  });

  it('a period is a year or a month', () => {
    expect(['2026', '2026-03'].map(isPeriod)).toEqual([true, true]);
    expect(['2026-13', '26', "2026' OR 1=1", '2026-3'].map(isPeriod)).toEqual([false, false, false, false]);
  });
});
