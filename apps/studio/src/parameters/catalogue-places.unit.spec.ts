import { type Figure, figuresIn } from '@huiying/zeebe';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

type Value = string | number | boolean | (string | number)[];
interface Rule {
  id: string;
  params?: Record<string, Value>;
  defaults?: Record<string, Value>;
}

const DECISIONS = 'bpmn/decisions';
const figures = new Map<string, Figure>(
  readdirSync(DECISIONS)
    .flatMap((file) => figuresIn(readFileSync(join(DECISIONS, file), 'utf8')))
    .map((figure) => [figure.id, figure]),
);
const { rules } = parse(readFileSync('docs/rules/catalogue.yaml', 'utf8')) as { rules: Rule[] };
const places = parse(readFileSync('docs/rules/parameters.yaml', 'utf8')) as Record<
  string,
  Record<string, string | string[]>
>;

/** What the product starts with, in the words of the catalogue. */
function startValue(name: string, found: (Figure | undefined)[], stated: Value): unknown {
  const values = found.map((figure) => figure?.value);
  if (name === 'warnAtPercent') return Number(values[0]) * 100;
  if (Array.isArray(stated)) return values.length === 1 ? values[0] : values;
  if (found[0]?.kind === 'formula') return String(values[0]).includes(String(stated)) ? stated : values[0];
  return values.every((value) => value === values[0]) ? values[0] : values;
}

describe('figures of the catalogue', () => {
  const stated = rules.flatMap(({ id, params = {}, defaults = {} }) =>
    Object.entries({ ...params, ...defaults }).map(([name, value]) => ({ id, name, value, ours: name in defaults })),
  );

  it.each(stated)(
    '$id $name is a parameter that an operator changes, and starts as the catalogue says',
    ({ id, name, value, ours }) => {
      const named = places[id]?.[name];
      expect(named).toBeDefined();
      const ids = [named ?? []].flat();
      const found = ids.map((one) => figures.get(one));
      expect(ids.filter((_, index) => !found[index])).toEqual([]);
      expect(startValue(name, found, value)).toEqual(value);
      expect(found.map((figure) => figure?.ours)).toEqual(found.map(() => ours));
    },
  );

  it('R03.2 no place is named twice but for what the catalogue states twice, and none that the catalogue does not state', () => {
    const names = Object.entries(places).flatMap(([id, of]) => Object.keys(of).map((name) => `${id} ${name}`));
    expect(names.sort()).toEqual(stated.map(({ id, name }) => `${id} ${name}`).sort());
  });
});
