import type { RulebookText } from '@huiying/contracts';
import { clausesOf, documentOf } from './clauses.js';

const text = (document: RulebookText['document'], content: string): RulebookText => ({
  document,
  title: document,
  version: 1,
  effectiveOn: '2026-01-01',
  text: content,
  textEn: null,
  fields: [],
});

describe('the rules behind a step of the case (console.md C2)', () => {
  it('R06.6 every clause is found by its rule id, with all of its lines and the version it stands in', () => {
    const clauses = clausesOf(
      [
        text(
          'D04',
          '办法\nR04.4 登记和初步审查：审查在X个工作日内完成；\n受理的，予以确认。\nR04.13 处理时限：一般投诉X日。',
        ),
        text('D11', '处理办法\nR11.12 分店间投诉：先协商。'),
      ],
      'zh-CN',
    );
    expect([...clauses.keys()]).toEqual(['R04.4', 'R04.13', 'R11.12']);
    expect(clauses.get('R04.4')).toMatchObject({
      title: '登记和初步审查',
      text: '审查在X个工作日内完成；\n受理的，予以确认。',
      document: { document: 'D04', version: 1 },
    });
  });

  it('is told in English where there is an English text', () => {
    const both = { ...text('D11', 'R11.1 通报批评：对分店罚款。'), textEn: 'R11.1 Reprimand: the store is fined.' };
    expect(clausesOf([both], 'en').get('R11.1')).toMatchObject({ title: 'Reprimand', text: 'the store is fined.' });
    expect(clausesOf([both], 'zh-CN').get('R11.1')?.title).toBe('通报批评');
  });

  it('a rule id names its document', () => {
    expect(documentOf('R08.8')).toBe('D08');
    expect(documentOf('R11.12')).toBe('D11');
  });
});
