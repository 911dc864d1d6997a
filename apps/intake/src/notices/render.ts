/** A notice text with its fields named: `{{field}}`, filled in one pass, nothing else is an expression (access.md §7). */
export interface NoticeText {
  title: string;
  /** Fields that the body may name; any other name in it is a mistake of the template. */
  fields: readonly string[];
  body: string;
}

export type NoticeFields = Readonly<Record<string, string | null | undefined>>;

const FIELD = /\{\{(\w+)\}\}/g;

/**
 * Fills a template. A line whose fields are all empty is left out. What a person wrote is put in as it is: `{{7*7}}` in it stays.
 * @throws Error when the body names a field that the template does not list
 */
export function renderNotice(text: NoticeText, fields: NoticeFields): string {
  const lines = text.body
    .trim()
    .split('\n')
    .map((line) => renderLine(line, text, fields));
  const kept = lines.filter((line): line is string => line !== null);
  return kept
    .filter((line, n) => line !== '' || kept[n - 1] !== '')
    .join('\n')
    .trim();
}

function renderLine(line: string, { fields: allowed }: NoticeText, fields: NoticeFields): string | null {
  const named = [...line.matchAll(FIELD)].map((match) => match[1] ?? '');
  const unknown = named.find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw new Error(`notice field ${unknown} is not listed`);
  if (named.length > 0 && named.every((name) => !fields[name])) return null;
  return line.replace(FIELD, (_, name: string) => clean(fields[name] ?? ''));
}

/** Control characters have no place in a letter; line breaks stay. */
const clean = (value: string): string => value.replace(/[\p{Cc}]/gu, (found) => (found === '\n' ? found : ' '));

/** One line for a mail header: no line break can start another header. */
export const headerText = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The letter as HTML: text escaped, a paragraph per line. */
export function noticeHtml(title: string, body: string): string {
  const escape = (text: string) => text.replace(/[&<>"']/g, (found) => ENTITIES[found] ?? found);
  const paragraphs = body.split('\n').map((line) => `<p>${escape(line) || '&nbsp;'}</p>`);
  return `<!doctype html><html lang="zh-CN"><body><h1>${escape(title)}</h1>${paragraphs.join('')}</body></html>`;
}
