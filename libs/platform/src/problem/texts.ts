export type Language = 'zh' | 'en';
/** A text for people; `{name}` is replaced by the parameter of that name. */
export type Text = Record<Language, string>;
export type TextParams = Record<string, string | number>;

const texts = new Map<string, Text>();

/**
 * Registers the texts of problem and field codes, once per code. Codes are part of the API (RFC 9457 `type`): never renamed.
 * @throws Error when a code is registered twice with different texts
 */
export function defineProblems(definitions: Record<string, Text>): void {
  for (const [code, text] of Object.entries(definitions)) {
    const known = texts.get(code);
    if (known && (known.zh !== text.zh || known.en !== text.en)) throw new Error(`problem code ${code} has two texts`);
    texts.set(code, text);
  }
}

export function knowsProblem(code: string): boolean {
  return texts.has(code);
}

/** The text of a code; a code without one reads as itself, and a test finds it. */
export function textOf(code: string, language: Language, params: TextParams = {}): string {
  const text = texts.get(code)?.[language] ?? code;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** Chinese unless the first language that the reader accepts is English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = acceptLanguage?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'zh';
}
