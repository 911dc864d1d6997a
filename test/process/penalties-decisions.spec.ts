import { DecisionEvaluator } from '@huiying/engine';
import { decisionXml } from './model-files.js';

type Context = Parameters<DecisionEvaluator['evaluate']>[1];
type Row = Record<string, unknown>;

const FILES = ['penalty', 'media-penalty', 'violation-schedule'];
const xml = (id: string): string => decisionXml().find((text) => text.includes(`<decision id="${id}"`)) ?? '';

let decisions: DecisionEvaluator;
beforeAll(async () => {
  decisions = await DecisionEvaluator.fromXml(FILES.map(xml));
});
const decide = (id: string, context: Row): unknown => decisions.evaluate(id, context as Context).output;

describe('penalty', () => {
  const fault = (respondentType: string, malicious: boolean | null = false) =>
    decide('penalty', { stage: 'fault', respondentType, malicious, escalated: 'no' });

  it('R11.1 a store at fault: 500 yuan and a reprimand', () =>
    expect(fault('store')).toEqual([
      { payer: 'store', amountYuan: 500, kind: 'fine', ruleId: 'R11.1', reprimand: true },
    ]));

  it('R11.2 a consultant at fault: 100 yuan, the manager 50, reprimand of both, nothing for the store', () =>
    expect(fault('consultant')).toEqual([
      { payer: 'consultant', amountYuan: 100, kind: 'fine', ruleId: 'R11.2', reprimand: true },
      { payer: 'store-manager', amountYuan: 50, kind: 'fine', ruleId: 'R11.2', reprimand: true },
    ]));

  it.each(['store', 'consultant'])('R11.3 malicious, or not judged: no fine of a %s', (respondentType) => {
    expect(fault(respondentType, true) ?? []).toEqual([]);
    expect(fault(respondentType, null) ?? []).toEqual([]);
  });

  it.each(['late', 'dissatisfied'])('R11.10 R11.3 climbed (%s): fee of 500 yuan, whoever caused it', (escalated) => {
    for (const malicious of [true, false, null])
      expect(decide('penalty', { stage: 'escalation', respondentType: null, malicious, escalated })).toEqual([
        { payer: 'store', amountYuan: 500, kind: 'handling-fee', ruleId: 'R11.10', reprimand: false },
      ]);
  });

  it('R11.10 R11.8 settled in time, or climbed by poor handling alone: no fee', () => {
    for (const escalated of ['no', 'poor-handling', null])
      expect(
        decide('penalty', { stage: 'escalation', respondentType: null, malicious: false, escalated }) ?? [],
      ).toEqual([]);
  });

  it('R11.3 the operator may turn it round: malice lifts the fee (maliciousWaivesEscalation)', async () => {
    const turned = await DecisionEvaluator.fromXml([
      xml('penalty').replace('maliciousWaivesEscalation: false', 'maliciousWaivesEscalation: true'),
    ]);
    const ask = (malicious: boolean) =>
      turned.evaluate('penalty', { stage: 'escalation', respondentType: null, malicious, escalated: 'late' }).output;
    expect(ask(true) ?? []).toEqual([]);
    expect(ask(false)).toHaveLength(1);
  });

  it('R11.7 the third chase goes to the region', () =>
    expect(decide('penalty-parameters', {})).toMatchObject({ chasesBeforeRegion: 3 }));
});

describe('media-penalty', () => {
  const base = { medium: 'newspaper', confirmed: true, byCustomer: true, about: 'service', otherStores: 11 };
  const of = (change: Row = {}) => decide('media-penalty', { ...base, ...change });

  it('R11.5 newspaper, twelve stores: 100 yuan to each of the other eleven', () =>
    expect(of()).toEqual({ perStoreYuan: 100, totalYuan: 1100, ruleId: 'R11.5' }));

  it('R11.6 television, twelve stores: 200 yuan to each of the other eleven', () =>
    expect(of({ medium: 'television' })).toEqual({ perStoreYuan: 200, totalYuan: 2200, ruleId: 'R11.6' }));

  it('R11.5 R11.6 a violation counts like service', () =>
    expect(of({ about: 'violation' })).toMatchObject({ totalYuan: 1100 }));

  it.each([
    ['cleared', { confirmed: false }],
    ['brought up by no customer', { byCustomer: false }],
    ['about neither service nor a violation', { about: 'other' }],
    ['nobody knows who brought it up', { byCustomer: null }],
    ['nobody knows what about', { about: null }],
  ])('R11.5 R11.6 %s: nothing', (_, change) => {
    for (const medium of ['newspaper', 'television', 'online'])
      expect(of({ medium, ...change })).toMatchObject({ perStoreYuan: 0, totalYuan: 0 });
  });

  it('R11.5 a company with one store: nothing', () => expect(of({ otherStores: 0 })).toMatchObject({ totalYuan: 0 }));

  it.each(['online', 'radio', 'other'])('R11.5 %s, which the source does not name: 0 as delivered', (medium) =>
    expect(of({ medium })).toMatchObject({ perStoreYuan: 0, totalYuan: 0 }),
  );
});

describe('violation-schedule', () => {
  const row = (violationCode: string | null, repeat = 0) => decide('violation-schedule', { violationCode, repeat });

  it('R11.8 R11.11 F1, handled poorly so that it climbed: 500 yuan of the store', () => {
    for (const repeat of [0, 1, 5]) expect(row('F1', repeat)).toEqual({ payer: 'store', fineYuan: 500, measure: null });
  });

  it.each(Array.from({ length: 8 }, (_, index) => `M${index + 1}`))('R11.11 R09.2 %s: a measure, no fine', (code) =>
    expect(row(code)).toEqual({ payer: null, fineYuan: 0, measure: 'rectify' }),
  );

  it.each([[null], [''], ['F2'], ['M9'], ['f1']])('R11.11 blank or unknown (%j): nothing', (code) =>
    expect(row(code)).toBeNull(),
  );

  it('R11.11 the operator adds F2, 300 yuan: it counts, the delivered rows stay', async () => {
    const f2 = `<rule id="violation-schedule-row-f2"><description>R11.11</description>
      <inputEntry id="f2-in-1"><text>"F2"</text></inputEntry><inputEntry id="f2-in-2"><text></text></inputEntry>
      <outputEntry id="f2-out-1"><text>"store"</text></outputEntry><outputEntry id="f2-out-2"><text>300</text></outputEntry>
      <outputEntry id="f2-out-3"><text>null</text></outputEntry></rule></decisionTable>`;
    const added = await DecisionEvaluator.fromXml([xml('violation-schedule').replace('</decisionTable>', f2)]);
    const ask = (violationCode: string) => added.evaluate('violation-schedule', { violationCode, repeat: 0 }).output;
    expect(ask('F2')).toEqual({ payer: 'store', fineYuan: 300, measure: null });
    expect(ask('F1')).toEqual({ payer: 'store', fineYuan: 500, measure: null });
    expect(row('F2')).toBeNull();
  });
});

it('R03.2 every row is annotated with its rule', () => {
  for (const id of FILES) {
    const rows = [...xml(id).matchAll(/<rule id="[^"]+">\s*<description>([^<]*)</g)].map(([, text]) => text ?? '');
    expect(rows.length).toBeGreaterThan(0);
    for (const text of rows) expect(text).toMatch(/^R\d\d\.\d+/);
  }
});
