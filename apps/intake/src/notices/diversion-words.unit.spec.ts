import { DIVERSIONS, diversionSentence } from './diversion-words.js';

const ALL = Object.entries(DIVERSIONS);

describe('what is told of a case that is not accepted', () => {
  it.each(ALL)('R01.3 R04.4 %s: what became of it, why, what comes next, where else; whole sentences', (_, words) => {
    for (const text of [words.zh.heading, words.zh.reason, words.zh.next, words.zh.route]) {
      expect(text).toMatch(/[^。]。$/);
      expect(text.replaceAll('{authority}', '')).not.toMatch(/[,;:()?!.]/);
    }
    for (const text of [words.en.heading, words.en.reason, words.en.next, words.en.route]) expect(text).toMatch(/\.$/);
    expect(diversionSentence(words.zh, 'zh', '主管部门')).not.toContain('{');
    expect(diversionSentence(words.en, 'en', 'the authority')).not.toContain('{');
  });

  it('R12.2 an answer under the number is promised of an inquiry alone: no other process writes one there', () => {
    const promised = ALL.filter(([, { zh }]) => /答复会|结果会|了解办理情况。$/.test(zh.next + zh.route));
    expect(promised.map(([reason]) => reason)).toEqual(['inquiry', 'inter-store']);
    // The region is asked by whoever works for the stores; it has the dispute before it.
    expect(DIVERSIONS['inter-store'].zh.route).toContain('区域分部');
  });

  it('R09.5 R13.2 nothing is said to have been sent on that nobody receives', () => {
    expect(JSON.stringify(DIVERSIONS['group-scope'].zh)).not.toContain('已转');
    expect(JSON.stringify(DIVERSIONS.suggestion.zh)).not.toMatch(/转有关部门/);
  });

  it('R09.2 R05.1 what is handled in confidence says neither what it is nor that it can be followed', () => {
    const { zh } = DIVERSIONS['other-procedure'];
    expect(zh.heading + zh.reason + zh.next).not.toMatch(/举报|稽查|督办|查询码/);
    expect(zh.next).toContain('不再显示');
  });

  it('R10.4 a defect in the hand-over period is a complaint only when the period is over', () => {
    expect(DIVERSIONS['delivery-defect'].zh.route).toContain('整改期结束后');
  });
});
