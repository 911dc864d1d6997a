import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Figure, figuresIn } from '../../libs/zeebe/src/figures/figures.js';
import type { Rule } from './catalogue.js';

const DECISIONS = 'bpmn/decisions';
/** Rule → figure of the catalogue → where it is changed, one place or several. */
type Places = Record<string, Record<string, string | string[]>>;

/** Every figure that the rule states, as the parameters page shows it: `初步审查 · 数量 3 工作日†（…）`. */
export function figuresOf(rule: Rule): string[] {
  return Object.values(places()[rule.id] ?? {})
    .flat()
    .map((id) => {
      const figure = figures().get(id);
      if (!figure) throw new Error(`${rule.id}: docs/rules/parameters.yaml names ${id}, which no decision has`);
      return `${figure.name} ${shown(figure)}${figure.ours ? '†' : ''}（\`${id}\`）`;
    });
}

const UNITS: Readonly<Record<string, string>> = {
  d: '天',
  wd: '工作日',
  h: '小时',
  'same-day': '当日',
  date: '约定日期',
};

function shown({ kind, value, unit }: Figure): string {
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (kind === 'unit') return UNITS[String(value)] ?? String(value);
  if (kind === 'formula') return `\`${value}\``;
  return [String(value), unit === '工作日' ? '个工作日' : unit].filter(Boolean).join(' ');
}

let known: ReadonlyMap<string, Figure> | undefined;
function figures(): ReadonlyMap<string, Figure> {
  known ??= new Map(
    readdirSync(DECISIONS)
      .flatMap((file) => figuresIn(readFileSync(join(DECISIONS, file), 'utf8')))
      .map((figure) => [figure.id, figure]),
  );
  return known;
}

let named: Places | undefined;
function places(): Places {
  named ??= parse(readFileSync('docs/rules/parameters.yaml', 'utf8')) as Places;
  return named;
}
