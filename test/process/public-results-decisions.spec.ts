import { DecisionEvaluator } from '@huiying/engine';
import { decisionXml } from './model-files.js';

describe('decision public-results', () => {
  let decisions: DecisionEvaluator;
  beforeAll(async () => {
    decisions = await DecisionEvaluator.fromXml(
      decisionXml().filter((xml) => xml.includes('<decision id="public-results"')),
    );
  });

  it.each([
    [null, false],
    [0, false],
    [4, false],
    [5, true],
    [6, true],
  ])('R03.4 %s complaints: shown %s', (count, shown) => {
    expect(decisions.evaluate('public-results', { count }).output).toBe(shown);
  });
});
