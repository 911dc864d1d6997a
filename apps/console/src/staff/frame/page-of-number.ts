/** Which page a number belongs to, by its first letters (processes.md §0). Those of reports are sealed and are not looked for. */
const PAGES: Partial<Record<string, string>> = {
  TS: '/cases',
  CF: '/penalties',
  JF: '/disputes',
  BG: '/exposures',
};
const NUMBER = /^([A-Z]{2})-[A-Z0-9]+-\d{8}-\d{4,}$/;

/** The address of what carries the number; `undefined` for everything that is not the number of a page. */
export function pageOfNumber(number: string): string | undefined {
  const page = PAGES[NUMBER.exec(number)?.[1] ?? ''];
  return page && `${page}/${number}`;
}
