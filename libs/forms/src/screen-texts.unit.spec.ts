import { answerText, codeName, factLines, moneyText, shownText, yuanText } from './index.js';

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
  });
});
