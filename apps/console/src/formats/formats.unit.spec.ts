import type { CaseDeadline, DeadlineView } from '@huiying/contracts';
import { staffZh } from '../words/staff.zh.js';
import { fill } from '../words/translate.js';
import { dayDate, dayOf, longDate, monthDate, shortDate, tableDate, weekdayDate } from './dates.js';
import { deadlineWords } from './deadline-words.js';
import { maskPhone } from './masks.js';
import { parseYuan, plainYuan, tableMoney } from './money.js';
import { groupCode, normaliseCaseNo, normaliseCode } from './tracking-code.js';

describe('dates (console.md §12)', () => {
  const at = '2026-03-02T07:04:00Z';
  it('are Shanghai time, 24-hour, in both languages', () => {
    expect(longDate(at, 'zh-CN')).toBe('2026年3月2日 周一 15:04');
    expect(longDate(at, 'en')).toBe('Mon 2 Mar 2026, 15:04');
    expect(shortDate(at, 'zh-CN')).toBe('3月2日 15:04');
    expect(tableDate(at)).toBe('2026-03-02 15:04');
    expect(weekdayDate('2026-03-05', 'zh-CN')).toBe('3月5日 周四');
    expect([monthDate('2026-03', 'zh-CN'), monthDate('2026-12', 'en')]).toEqual(['2026年3月', 'Dec 2026']);
    expect(dayDate('2026-03-05', 'en')).toBe('5 Mar');
  });
  it('turn the day at midnight in Shanghai', () => {
    expect(dayOf('2026-03-02T16:00:00Z')).toBe('2026-03-03');
    expect(shortDate('2026-03-02T16:00:00Z', 'zh-CN')).toBe('3月3日 00:00');
  });
});

describe('money', () => {
  it('is fen inside and yuan outside', () => {
    expect(tableMoney(1_200_000)).toBe('¥12,000.00');
    expect(plainYuan(1_200_000)).toBe('12,000');
    expect(plainYuan(1_200_050)).toBe('12,000.50');
  });
  it.each([
    ['1200', 120_000],
    ['1,200.5', 120_050],
    ['￥１２００元', 120_000],
    ['0.07', 7],
    ['一千', undefined],
    ['-5', undefined],
    ['1.234', undefined],
    ['', undefined],
  ])('reads %p', (typed, fen) => expect(parseYuan(typed)).toBe(fen));
});

describe('tracking code', () => {
  it('is shown in groups of four and forgives how it is typed', () => {
    expect(groupCode('K7QM2XVD9HTR4WPN6CBF')).toBe('K7QM-2XVD-9HTR-4WPN-6CBF');
    expect(normaliseCode(' k7qm-2xvd 9htr—4wpn 6cbf ')).toBe('K7QM2XVD9HTR4WPN6CBF');
    expect(normaliseCode('oOiIlL')).toBe('001111');
    expect(normaliseCaseNo(' ts–hz01–20260302–0007 ')).toBe('TS-HZ01-20260302-0007');
  });
  it('masks a phone number of one’s own', () => expect(maskPhone('138 0000-5678')).toBe('138****5678'));
});

describe('deadline words', () => {
  const view: DeadlineView = {
    limitId: 'R04.4',
    dueAt: '2026-03-05T23:59:59+08:00',
    state: 'running',
    remaining: { amount: 3, unit: 'wd' },
    usedRatio: 0.3,
  };
  const said = (change: Partial<CaseDeadline>) => {
    const words = deadlineWords({ ...view, ...change }, 'zh-CN');
    const texts: Record<string, string> = staffZh;
    return [words.mark, fill(texts[words.short.key] ?? '', words.short.params)];
  };
  const sentence = (change: Partial<CaseDeadline>) => {
    const { sentence: full } = deadlineWords({ ...view, ...change }, 'zh-CN');
    return fill((staffZh as Record<string, string>)[full.key] ?? '', full.params);
  };

  it.each([
    [{}, 'normal', '剩 3 个工作日'],
    [{ usedRatio: 0.75 }, 'near', '剩 3 个工作日'],
    [{ remaining: { amount: 2, unit: 'd' } }, 'normal', '剩 2 天'],
    [{ remaining: { amount: 320, unit: 'min' }, dueAt: '2026-03-05T18:00:00+08:00' }, 'near', '今天 18:00 前'],
    [{ remaining: { amount: 600, unit: 'min' }, dueAt: '2026-03-05T06:00:00+08:00' }, 'near', '3月5日 06:00 前'],
    [{ state: 'missed', remaining: { amount: -2, unit: 'd' } }, 'over', '超 2 天'],
    [{ remaining: { amount: -1, unit: 'd' } }, 'over', '超 1 天'],
    [{ state: 'paused', pausedFor: 'supplement' }, 'paused', '已暂停 等投诉人补正'],
    [{ state: 'paused' }, 'paused', '已暂停'],
    [{ startsAt: '2026-03-02T08:00:00+08:00' }, 'waiting', '3月2日 周一 08:00 起算'],
    [{ state: 'met' }, 'done', '已完成'],
    [{ state: 'missed', settledAt: '2026-03-09T10:00:00+08:00' }, 'done', '逾期了结'],
    [{ state: 'missed', settledAt: '2026-03-05T23:59:00+08:00', onMissed: 'path' }, 'done', '已到期'],
  ] as [Partial<CaseDeadline>, string, string][])('%j', (change, mark, text) => {
    expect(said(change)).toEqual([mark, text]);
  });

  it('says the whole sentence for the tip and for screen readers', () => {
    expect(sentence({})).toBe('剩 3 个工作日，3月5日 周四 23:59 到期');
    expect(sentence({ remaining: { amount: 320, unit: 'min' } })).toBe('剩 5 小时 20 分，3月5日 周四 23:59 到期');
    expect(sentence({ state: 'missed', remaining: { amount: -2, unit: 'd' } })).toBe(
      '已超期 2 天，应于 3月5日 周四 23:59 前完成',
    );
    expect(sentence({ state: 'missed', settledAt: '2026-03-09T10:00:00+08:00' })).toBe(
      '应于 3月5日 周四 23:59 前完成，3月9日 周一 10:00 才了结',
    );
  });
});
