import { mostWithin } from './concentration.decider.js';

describe('defects of one kind within a window', () => {
  const june = ['2026-06-01', '2026-06-05', '2026-06-10', '2026-06-20'];

  it('R10.4 the fifth on day 30 counts with the first, on day 31 it does not', () => {
    expect(mostWithin([...june, '2026-07-01'], '2026-07-01', 30)).toBe(5);
    expect(mostWithin([...june, '2026-07-02'], '2026-07-02', 30)).toBe(4);
  });

  it('R10.4 a defect that is recorded late counts with those registered after it', () => {
    expect(mostWithin([...june, '2026-06-28'], '2026-06-01', 30)).toBe(5);
  });

  it('R10.4 two windows around a day: the fuller one counts', () => {
    const days = ['2026-05-01', '2026-05-02', '2026-05-20', '2026-06-10', '2026-06-11', '2026-06-12'];
    expect(mostWithin(days, '2026-05-20', 30)).toBe(4);
  });

  it('R10.4 alone it is one', () => expect(mostWithin(['2026-05-01'], '2026-05-01', 30)).toBe(1));
});
