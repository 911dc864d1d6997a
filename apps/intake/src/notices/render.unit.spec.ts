import { NOTICE_TEMPLATES } from '@huiying/contracts';
import { headerText, noticeHtml, renderNotice } from './render.js';
import { NOTICE_TEXTS } from './templates/index.js';

const text = {
  title: 't',
  fields: ['caseNo', 'reason', 'route'],
  body: '编号{{caseNo}}\n\n原因：{{reason}}\n途径：{{route}}',
};

describe('notices', () => {
  it('fills fields in one pass and leaves out lines without a value', () => {
    expect(renderNotice(text, { caseNo: 'TS-1', reason: '{{route}} {{7*7}}' })).toBe(
      '编号TS-1\n\n原因：{{route}} {{7*7}}',
    );
  });

  it('refuses a field that the template does not list', () => {
    expect(() => renderNotice({ ...text, body: '{{phone}}' }, {})).toThrow('phone');
  });

  it('lets no line break into a header and no markup into a letter', () => {
    expect(headerText('回执\r\nBcc: x@y.z')).toBe('回执 Bcc: x@y.z');
    expect(noticeHtml('t', '<script>"&')).toContain('&lt;script&gt;&quot;&amp;');
  });

  it.each(Object.entries(NOTICE_TEXTS))('template %s names only its own fields', (_, template) => {
    const fields = Object.fromEntries(template.fields.map((name) => [name, 'x']));
    expect(renderNotice(template, fields)).not.toContain('{{');
  });

  it('R04.12: outcome, decision and closing name review right, last day and authority', () => {
    for (const id of ['decision', 'outcome', 'closing'] as const) {
      const { body } = NOTICE_TEXTS[id];
      expect(body).toMatch(/\{\{reviewUntil\}\}.*申请复查/s);
      expect(body).toContain('{{authority}}');
    }
  });

  it('R01.3, R04.4: what is not accepted says why and where else', () => {
    expect(NOTICE_TEXTS['not-accepted'].body).toMatch(
      /原因：\{\{reason\}\}\n接下来：\{\{next\}\}\n.*\n您还可以：\{\{route\}\}/,
    );
  });

  it('has a text for every template of the contracts', () => {
    expect(Object.keys(NOTICE_TEXTS)).toEqual(expect.arrayContaining([...NOTICE_TEMPLATES]));
  });
});
