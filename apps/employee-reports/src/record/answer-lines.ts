import { textOf } from './entry-text.js';

interface Component {
  key?: string;
  label?: string;
  readonly?: boolean;
  values?: { label: string; value: unknown }[];
  components?: Component[];
}

/** Answers of a published form in its own words, line by line: 投诉类别：员工举报. */
export function answerLines(schema: object | undefined, data: Record<string, unknown>): string {
  return fieldsOf((schema as Component | undefined)?.components ?? [])
    .map(({ key = '', label = key, values = [] }) => {
      const given = Array.isArray(data[key]) ? (data[key] as unknown[]) : [data[key]];
      const said = given.map((one) => values.find(({ value }) => value === one)?.label ?? textOf(one)).filter(Boolean);
      return { label, text: said.join('、') };
    })
    .filter(({ text }) => text !== '')
    .map(({ label, text }) => `${label}：${text}`)
    .join('\n');
}

/** Fields that people answer, those in groups too. */
function fieldsOf(components: readonly Component[]): Component[] {
  return components.flatMap((one) => (one.components ? fieldsOf(one.components) : one.readonly ? [] : [one]));
}
