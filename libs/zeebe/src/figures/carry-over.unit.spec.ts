import { carriedOver } from './carry-over.js';

interface Row {
  id: string;
  limit: string;
  amount: number;
  unit?: string;
  note?: string;
}

const dmn = (
  parameters: string,
  rows: readonly Row[] = [],
  more = '',
  policy = 'FIRST',
) => `<definitions id="limits-definitions">
  <decision id="limits-parameters" name="parameters">
    <description>R10.5 most：上限；least：下限；factor：系数；names：名单</description>
    <literalExpression id="l"><text>${parameters}</text></literalExpression>
  </decision>
  <decision id="limits" name="期限">
    <decisionTable id="t" hitPolicy="${policy}">
      <input id="i" label="期限"><inputExpression id="e"><text>limitId</text></inputExpression></input>
      <output id="o1" name="amount" label="数量" /><output id="o2" name="unit" label="单位" />
${rows
  .map(
    ({ id, limit, amount, unit = 'wd', note = 'R04.4' }) => `      <rule id="${id}"><description>${note}</description>
        <inputEntry id="${id}-i"><text>"${limit}"</text></inputEntry>
        <outputEntry id="${id}-a"><text>${amount}</text></outputEntry><outputEntry id="${id}-u"><text>"${unit}"</text></outputEntry>
      </rule>`,
  )
  .join('\n')}${more}
    </decisionTable>
  </decision>
</definitions>`;
const A: Row = { id: 'row-1', limit: 'A', amount: 3 };
const B: Row = { id: 'row-2', limit: 'B', amount: 5 };
const parameters = (before: string, own: string, now: string) => carriedOver(dmn(before), dmn(own), dmn(now));
const table = (before: Row[], own: Row[], now: Row[]) => carriedOver(dmn('{}', before), dmn('{}', own), dmn('{}', now));

describe('an operator’s figures and a new file of the product', () => {
  it('R03.2 changed by the operator alone: kept, everything else as shipped', () => {
    expect(parameters('{most: 10, least: 1}', '{most: 12, least: 1}', '{most: 10, least: 2}')).toMatchObject({
      content: dmn('{most: 12, least: 2}'),
      figures: [{ id: 'limits/most', state: 'kept', shippedBefore: 10, own: 12, shippedNow: 10 }],
    });
  });

  it('R03.2 changed by both: the operator’s stays, as a conflict', () => {
    expect(parameters('{most: 10}', '{most: 12}', '{most: 15}')).toMatchObject({
      content: dmn('{most: 12}'),
      figures: [{ id: 'limits/most', state: 'conflict', shippedBefore: 10, own: 12, shippedNow: 15 }],
    });
  });

  it('R03.2 the same change by both: nothing to tell', () => {
    expect(parameters('{most: 10}', '{most: 12}', '{most: 12}')).toMatchObject({
      content: dmn('{most: 12}'),
      figures: [],
    });
  });

  it('R03.2 changed by the product alone: the shipped one', () => {
    expect(parameters('{most: 10}', '{most: 10}', '{most: 15}')).toMatchObject({
      content: dmn('{most: 15}'),
      figures: [],
    });
  });

  it('R03.2 changed and changed back: the shipped one', () => {
    expect(parameters('{most: 10, least: 1}', '{most: 10, least: 1}', '{most: 9, least: 1}')?.content).toBe(
      dmn('{most: 9, least: 1}'),
    );
  });

  it('R03.2 a parameter removed: told of when the operator had changed it, else not', () => {
    expect(parameters('{most: 10, least: 1}', '{most: 12, least: 1}', '{least: 1}')).toMatchObject({
      content: dmn('{least: 1}'),
      figures: [{ id: 'limits/most', state: 'lost', shippedBefore: 10, own: 12, shippedNow: null }],
    });
    expect(parameters('{most: 10, least: 1}', '{most: 12, least: 1}', '{most: 10}')?.figures).toHaveLength(1);
  });

  it('R03.2 a new parameter comes as shipped, beside one that is kept', () => {
    expect(parameters('{most: 10}', '{most: 12}', '{least: 1, most: 10}')?.content).toBe(dmn('{least: 1, most: 12}'));
  });

  it('R03.2 a parameter of another type now does not fit: lost, the shipped one applies', () => {
    expect(parameters('{names: 1}', '{names: 2}', '{names: ["a"]}')).toMatchObject({
      content: dmn('{names: ["a"]}'),
      figures: [{ id: 'limits/names', state: 'lost', shippedBefore: 1, own: 2, shippedNow: null }],
    });
  });

  it('R03.2 lists, texts and decimals are kept as they were written', () => {
    const own = '{names: ["a", "c"], factor: 0.25, since: "2026-04-01"}';
    const before = '{names: ["a"], factor: 0.5, since: "2026-03-01"}';
    expect(parameters(before, own, before.replace('}', ', more: 1}'))?.content).toBe(
      dmn(own.replace('}', ', more: 1}')),
    );
  });

  it('R03.2 rows are known by what they ask, not by their number', () => {
    const own = [{ ...A, amount: 2 }, B];
    const now = [
      { id: 'row-1', limit: 'NEW', amount: 9 },
      { ...A, id: 'row-2' },
      { ...B, id: 'row-3' },
    ];
    expect(table([A, B], own, now)).toMatchObject({
      content: dmn('{}', [now[0] ?? A, { ...A, id: 'row-2', amount: 2 }, { ...B, id: 'row-3' }]),
      figures: [{ id: 'limits/row-2/amount', state: 'kept', shippedBefore: 3, own: 2, shippedNow: 3 }],
    });
  });

  it('R03.2 a row that goes takes its figure along, though its number goes on for another', () => {
    const { content, figures } = table([A, B], [{ ...A, amount: 2 }, B], [{ ...B, id: 'row-1' }]) ?? {};
    expect(content).toBe(dmn('{}', [{ ...B, id: 'row-1' }]));
    expect(figures).toMatchObject([
      { id: 'limits/row-1/amount', state: 'lost', shippedBefore: 3, own: 2, shippedNow: null },
    ]);
  });

  it('R03.2 a row whose condition is written anew keeps the figure under its number and rule', () => {
    const now = [{ ...A, limit: 'A2' }, B];
    expect(table([A, B], [{ ...A, amount: 2 }, B], now)?.content).toBe(
      dmn('{}', [{ ...A, limit: 'A2', amount: 2 }, B]),
    );
    const other = [{ ...A, limit: 'C', note: 'R01.2' }, B];
    expect(table([A, B], [{ ...A, amount: 2 }, B], other)?.figures[0]?.state).toBe('lost');
  });

  it('R03.2 amount and unit stay together: two working days never become two days', () => {
    expect(table([A], [{ ...A, amount: 2 }], [{ ...A, amount: 4, unit: 'd' }])).toMatchObject({
      content: dmn('{}', [{ ...A, amount: 2 }]),
      figures: [
        { id: 'limits/row-1/amount', state: 'conflict', shippedBefore: 3, own: 2, shippedNow: 4 },
        { id: 'limits/row-1/unit', state: 'conflict', shippedBefore: 'wd', own: 'wd', shippedNow: 'd' },
      ],
    });
  });

  it('R03.2 more than figures was changed: no figure can be told apart', () => {
    const now = dmn('{}', [{ ...A, amount: 4 }, B]);
    expect(table([A], [A, { id: 'own', limit: 'OWN', amount: 1 }], [A, B])).toBeUndefined();
    expect(table([A], [{ ...A, limit: 'C' }], [A, B])).toBeUndefined();
    expect(carriedOver(dmn('{}', [A]), dmn('{}', [A], '', 'UNIQUE'), now)).toBeUndefined();
    expect(carriedOver(dmn('{most: 1}'), dmn('{most: 1 + 1}'), dmn('{most: 3}'))).toBeUndefined();
  });

  it('R03.2 the operator’s file came from another editor: blanks and remarks are no change', () => {
    const own = dmn('{most: 12,\n  least: 1}').replace('R10.5 most', 'R10.5  most');
    expect(carriedOver(dmn('{most: 10, least: 1}'), own, dmn('{most: 10, least: 2}'))?.content).toBe(
      dmn('{most: 12, least: 2}'),
    );
  });
});
