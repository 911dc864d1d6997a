import { DecisionEvaluator } from '@huiying/engine';
import { decisionXml } from './model-files.js';

let decisions: DecisionEvaluator;
beforeAll(async () => {
  decisions = await DecisionEvaluator.fromXml(decisionXml());
});

const PARTS = ['supervisor', 'hr', 'manager', 'lead', 'report-custodian'];

describe('decision report-handlers', () => {
  it.each(PARTS)(
    'R05.7 R05.8 %s: who is named, and who works below them, does not handle the report; others do',
    (role) => {
      const allowed = (relation: string) => decisions.evaluate('report-handlers', { relation, role }).output;
      expect([allowed('named'), allowed('subordinate'), allowed('free')]).toEqual([false, false, true]);
    },
  );

  it('R05.7 any other part, or an unknown relation, is refused', () => {
    const allowed = (relation: string | null, role: string) =>
      decisions.evaluate('report-handlers', { relation, role }).output;
    expect(allowed('free', 'intake-desk')).toBe(false);
    expect(allowed(null, 'hr')).toBe(false);
  });
});
