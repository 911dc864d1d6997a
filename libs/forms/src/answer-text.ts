/** Pure: what a person typed into a field, without blanks around it; '' where it is no text. */
export function answerText(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** Pure: an answer as a later form shows it: 是 or 否, a number, a text; '' where there is none. */
export function shownText(value: unknown): string {
  if (value === true || value === 'true') return '是';
  if (value === false || value === 'false') return '否';
  return typeof value === 'number' ? String(value) : answerText(value);
}

/** Pure: the day of an answer that is a day or a moment, `yyyy-MM-dd`. */
export function shownDay(value: unknown): string {
  return shownText(value).slice(0, 10);
}

/** Pure: a moment as it was entered, `yyyy-MM-dd HH:mm`. */
export function shownMoment(value: unknown): string {
  return shownText(value).slice(0, 16).replace('T', ' ');
}

/** Pure: yes or no as a form says it; null where neither was said. */
export function answerFlag(value: unknown): boolean | null {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : null;
}
