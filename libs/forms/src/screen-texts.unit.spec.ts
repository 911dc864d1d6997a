import {
  answerText,
  caseLines,
  codeName,
  complaintLines,
  factLines,
  factSheet,
  groupName,
  moneyText,
  placeLine,
  shownDay,
  shownMoment,
  shownText,
  yuanText,
} from './index.js';

describe('texts of read-only fields', () => {
  it.each([
    [0, '¥0.00'],
    [1, '¥0.01'],
    [120_000, '¥1,200.00'],
    [100_000_000_000, '¥1,000,000,000.00'],
    [-10_050, '−¥100.50'],
  ])('R11.7 %i fen is %s', (fen, text) => expect(moneyText(fen)).toBe(text));

  it('R10.1 an amount in yuan is shown to the fen, no amount as nothing', () => {
    expect([yuanText(0.1 + 0.2), yuanText(10_000), yuanText(null), yuanText(undefined)]).toEqual([
      ...['¥0.30', '¥10,000.00', '', ''],
    ]);
  });

  it('R04.8 answers as they were given: texts without blanks around them, yes and no in words, the word of a code', () => {
    expect([answerText(' 已退款 '), answerText(5), answerText(undefined)]).toEqual(['已退款', '', '']);
    expect([true, 'false', 3, ' a ', null].map(shownText)).toEqual(['是', '否', '3', 'a', '']);
    const names = { major: { zh: '重大' } };
    expect([
      codeName(names, 'major'),
      codeName(names, 'gone'),
      codeName(names, 'toString'),
      codeName(names, null),
    ]).toEqual(['重大', 'gone', 'toString', '']);
  });

  it('R04.8 a line for every fact that is there', () => {
    expect(factLines(['认定', '属实'], ['依据', ''], ['原因', null], ['结果', '已退款'])).toBe(
      '认定：属实\n结果：已退款',
    );
    expect(factLines(['依据', ''])).toBe('');
    expect(factSheet(['依据', ''])).toBe('（暂无记录）');
  });

  it('R04.8 days, moments and departments as people read them', () => {
    expect([shownDay('2026-03-02T15:04:59+08:00'), shownDay('2026-03-02'), shownDay(undefined)]).toEqual([
      ...['2026-03-02', '2026-03-02', ''],
    ]);
    expect([shownMoment('2026-03-02T15:04:59+08:00'), shownMoment(null)]).toEqual(['2026-03-02 15:04', '']);
    expect([groupName('intake-desk'), groupName('no-such-group'), groupName(null)]).toEqual([
      ...['投诉受理岗', 'no-such-group', ''],
    ]);
  });

  it('R04.8 a case begins with its number, day, channel, kind and severity and ends with what was complained about', () => {
    const found = { caseNo: 'TS-1', receivedOn: '2026-03-02', channel: 'phone', kind: 'delivery', severity: null };
    expect(factLines(...caseLines(found))).toBe('投诉编号：TS-1\n收到日期：2026-03-02\n渠道：电话\n类别：delivery');
    expect(factLines(...caseLines(found, ['报修日期', '2026-03-01']))).toContain(
      '投诉编号：TS-1\n报修日期：2026-03-01\n',
    );
    expect(
      factLines(
        placeLine({ project: '云锦', building: null }),
        ...complaintLines({ subject: ' 漏水 ', description: '卧室', demand: null, explanation: '已登记' }),
      ),
    ).toBe('地点：云锦\n事由：漏水\n内容：卧室\n首问解释：已登记');
  });
});
