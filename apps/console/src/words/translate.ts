export type Params = Record<string, string | number>;
export type Dictionary = Record<string, string>;
export type Language = 'zh-CN' | 'en';

/** Puts `{name}` of a text from the parameters; a missing one stays visible, so that a test or a reader finds it. */
export function fill(template: string, params: Params = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** Names of the parameters in a text, sorted: both languages of an entry must have the same ones. */
export function placeholders(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
}
