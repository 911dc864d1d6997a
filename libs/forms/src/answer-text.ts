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
