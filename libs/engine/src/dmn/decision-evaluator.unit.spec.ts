import { DecisionError, DecisionEvaluator } from './decision-evaluator.js';

const dmn = (decisions: string, namespace = 'https://www.omg.org/spec/DMN/20191111/MODEL/') =>
  `<?xml version="1.0"?><definitions xmlns="${namespace}" id="drg" name="drg" namespace="n">${decisions}</definitions>`;
const cell = (text: string) => `<text>${text.replace(/</g, '&lt;')}</text>`;

interface Table {
  hit?: string;
  inputs: string[];
  outputs: string[];
  rules: string[][];
  requires?: string[];
}

function table(id: string, { hit = 'UNIQUE', inputs, outputs, rules, requires = [] }: Table): string {
  const [policy, aggregation] = hit.split('+');
  const required = requires.map(
    (r) => `<informationRequirement><requiredDecision href="#${r}"/></informationRequirement>`,
  );
  const ins = inputs.map(
    (e, i) => `<input id="${id}i${String(i)}"><inputExpression>${cell(e)}</inputExpression></input>`,
  );
  const outs = outputs.map((name, i) => `<output id="${id}o${String(i)}" name="${name}"/>`);
  const rows = rules.map((row, i) => {
    const cells = row.map((text, c) =>
      c < inputs.length ? `<inputEntry>${cell(text)}</inputEntry>` : `<outputEntry>${cell(text)}</outputEntry>`,
    );
    return `<rule id="${id}r${String(i + 1)}">${cells.join('')}</rule>`;
  });
  return `<decision id="${id}" name="${id}">${required.join('')}<decisionTable hitPolicy="${policy ?? ''}"${
    aggregation ? ` aggregation="${aggregation}"` : ''
  }>${[...ins, ...outs, ...rows].join('')}</decisionTable></decision>`;
}

const of = (...decisions: string[]) => DecisionEvaluator.fromXml([dmn(decisions.join(''))]);

describe('hit policies', () => {
  const rules = [
    ['> 10', '30'],
    ['> 5', '20'],
    ['', '10'],
  ];
  it.each([
    ['FIRST', 20],
    ['RULE ORDER', [20, 10]],
    ['COLLECT', [20, 10]],
    ['COLLECT+SUM', 30],
    ['COLLECT+MIN', 10],
    ['COLLECT+MAX', 20],
    ['COLLECT+COUNT', 2],
  ])('%s', async (hit, expected) => {
    const decisions = await of(table('d', { hit, inputs: ['x'], outputs: ['v'], rules }));
    expect(decisions.evaluate('d', { x: 6 }).output).toEqual(expected);
  });

  it('UNIQUE fails when two rules match, and is null when none does', async () => {
    const decisions = await of(table('d', { inputs: ['x'], outputs: ['v'], rules: rules.slice(0, 2) }));
    expect(decisions.evaluate('d', { x: 6 }).output).toBe(20);
    expect(decisions.evaluate('d', { x: 1 }).output).toBeNull();
    expect(() => decisions.evaluate('d', { x: 11 })).toThrow(
      "Expected to evaluate decision 'd', but multiple values aren't allowed for UNIQUE hit policy. found: 'List(30, 20)'",
    );
  });

  it('ANY fails when the outputs differ', async () => {
    const same = [
      ['> 1', '1'],
      ['> 2', '1'],
      ['> 3', '2'],
    ];
    const decisions = await of(table('d', { hit: 'ANY', inputs: ['x'], outputs: ['v'], rules: same }));
    expect(decisions.evaluate('d', { x: 3 }).output).toBe(1);
    expect(() => decisions.evaluate('d', { x: 4 })).toThrow(DecisionError);
  });
});

it('tells which rules matched and what the inputs were', async () => {
  const decisions = await of(
    table('d', {
      hit: 'COLLECT',
      inputs: ['x + 1', 'y'],
      outputs: ['a', 'b'],
      rules: [
        ['> 5', '"k"', '1', '"one"'],
        ['', '', '3', 'y + y'],
      ],
    }),
  );
  expect(decisions.evaluate('d', { x: 9, y: 'k' })).toEqual({
    output: [
      { a: 1, b: 'one' },
      { a: 3, b: 'kk' },
    ],
    matchedRules: [
      { ruleId: 'dr1', index: 1, outputs: { a: 1, b: 'one' } },
      { ruleId: 'dr2', index: 2, outputs: { a: 3, b: 'kk' } },
    ],
    evaluatedInputs: { 'x + 1': 10, y: 'k' },
  });
});

it('uses the results of required decisions, whose values stay FEEL values', async () => {
  const day =
    '<decision id="due" name="due"><variable name="due day"/><literalExpression><text>date(day) + duration("P3D")</text></literalExpression></decision>';
  const late = table('late', {
    inputs: ['due day'],
    outputs: ['v'],
    rules: [
      ['< date("2026-03-01")', '"soon"'],
      ['>= date("2026-03-01")', '"later"'],
    ],
    requires: ['due'],
  });
  const decisions = await of(day, late);
  expect(decisions.evaluate('late', { day: '2026-02-25' }).output).toBe('soon');
  expect(decisions.evaluate('late', { day: '2026-02-26' }).output).toBe('later');
});

it('calls business knowledge models', async () => {
  const decisions = await of(
    '<businessKnowledgeModel id="bkm" name="add tax"><encapsulatedLogic><formalParameter name="net"/><literalExpression><text>net * 1.2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>',
    '<decision id="d" name="d"><knowledgeRequirement><requiredKnowledge href="#bkm"/></knowledgeRequirement><literalExpression><text>add tax(price)</text></literalExpression></decision>',
  );
  expect(decisions.evaluate('d', { price: 100 }).output).toBe(120);
});

it('reads the older namespaces', async () => {
  const literal = '<decision id="d" name="d"><literalExpression><text>1 + 1</text></literalExpression></decision>';
  const decisions = await DecisionEvaluator.fromXml([dmn(literal, 'http://www.omg.org/spec/DMN/20151101/dmn.xsd')]);
  expect(decisions.evaluate('d', {}).output).toBe(2);
});

it.each([
  [
    'an expression that does not parse',
    '<decision id="d"><literalExpression><text>1 +</text></literalExpression></decision>',
  ],
  ['a decision without logic', '<decision id="d"/>'],
  [
    'a requirement that is not there',
    '<decision id="d"><informationRequirement><requiredDecision href="#x"/></informationRequirement><literalExpression><text>1</text></literalExpression></decision>',
  ],
  [
    'a cycle',
    '<decision id="d"><informationRequirement><requiredDecision href="#d"/></informationRequirement><literalExpression><text>1</text></literalExpression></decision>',
  ],
])('refuses %s', async (_what, xml) => {
  await expect(of(xml)).rejects.toThrow(DecisionError);
});
