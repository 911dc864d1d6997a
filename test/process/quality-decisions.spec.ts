import { COMPONENTS } from '@huiying/contracts';
import { DecisionEvaluator } from '@huiying/engine';
import { decisionXml } from './model-files.js';
import { samples } from './samples.js';

type Context = Parameters<DecisionEvaluator['evaluate']>[1];

let decisions: DecisionEvaluator;
beforeAll(async () => {
  decisions = await DecisionEvaluator.fromXml(decisionXml());
});
const decide = (id: string, context: Record<string, unknown>): unknown =>
  decisions.evaluate(id, context as Context).output;

describe('warranty', () => {
  it.each([
    ['2025-03-10', '2026-03-10', true, 'site-project-dept'],
    ['2025-03-10', '2026-03-11', false, 'maintenance-crew'],
    ['2024-02-29', '2025-02-28', true, 'site-project-dept'],
    ['2024-02-29', '2025-03-01', false, 'maintenance-crew'],
    ['2025-03-10', '2025-03-10', true, 'site-project-dept'],
  ])('R02.9 accepted %s, reported %s: under warranty %s, %s', (completionAcceptedOn, reportedOn, under, group) => {
    const answer = { underWarranty: under, repairGroup: group };
    for (const component of [null, 'wet-room']) {
      expect(decide('warranty', { completionAcceptedOn, reportedOn, component })).toEqual(answer);
    }
  });

  it('R02.9 an unknown acceptance matches no year', () => {
    expect(decide('warranty', { completionAcceptedOn: null, reportedOn: '2026-03-10' })).toMatchObject({
      underWarranty: false,
    });
  });

  it('R02.9 the year is a parameter, and a row before the last sets it for one component alone', async () => {
    const row = `<rule id="warranty-years-row-0"><description>R02.9</description>
      <inputEntry id="warranty-years-0-in-1"><text>"wet-room"</text></inputEntry>
      <outputEntry id="warranty-years-0-out-1"><text>5</text></outputEntry></rule>`;
    const edited = decisionXml().map((xml) =>
      xml.replace('warrantyYears: 1', 'warrantyYears: 2').replace('<rule id="warranty-years-row-1">', `${row}$&`),
    );
    const others = await DecisionEvaluator.fromXml(edited);
    const under = (component: string, reportedOn: string) =>
      others.evaluate('warranty', { completionAcceptedOn: '2020-01-01', reportedOn, component }).output;
    expect(under('plumbing', '2022-01-01')).toMatchObject({ underWarranty: true });
    expect(under('plumbing', '2022-01-02')).toMatchObject({ underWarranty: false });
    expect(under('wet-room', '2025-01-01')).toMatchObject({ underWarranty: true });
  });

  it('R02.9 the law’s minimum of every component (建设工程质量管理条例 第四十条)', () => {
    const terms = COMPONENTS.map((component) => {
      const { term, amount } = decide('statutory-warranty', { component }) as { term: string; amount: number | null };
      return [component, term, amount];
    });
    expect(terms).toEqual([
      ['foundation', 'design-life', null],
      ['main-structure', 'design-life', null],
      ['roof-waterproofing', 'years', 5],
      ['wet-room', 'years', 5],
      ['outer-wall-seepage', 'years', 5],
      ['heating', 'heating-seasons', 2],
      ['cooling', 'cooling-seasons', 2],
      ['electrical', 'years', 2],
      ['plumbing', 'years', 2],
      ['equipment', 'years', 2],
      ['fitting-out', 'years', 2],
      ['other', 'agreed', null],
    ]);
  });
});

describe('defect-concentration', () => {
  it.each([
    [null, false],
    [0, false],
    [4, false],
    [5, true],
    [6, true],
  ])('R10.4 %s of a kind in the window: %s', (count, concentrated) => {
    expect(decide('defect-concentration', { count })).toBe(concentrated);
  });
});

/** What the samples say of these decisions. */
const wanted = samples().flatMap(({ id, context, expect: { decisions: answers, rules } }) =>
  (['warranty', 'defect-concentration'] as const).flatMap((decision) => {
    const input = context.decisions?.[decision];
    return input ? [{ id, decision, input, answer: answers?.[decision], rules }] : [];
  }),
);
it.each(wanted)('$rules sample $id decision $decision', ({ decision, input, answer }) => {
  const output = decide(decision, input);
  expect(typeof output === 'boolean' ? { concentrated: output } : output).toMatchObject(answer as object);
});
