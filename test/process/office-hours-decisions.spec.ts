import { DecisionEvaluator } from '@huiying/engine';
import { decisionXml } from './model-files.js';

let decisions: DecisionEvaluator;
beforeAll(async () => {
  decisions = await DecisionEvaluator.fromXml(decisionXml());
});

const NONE = { summerFrom: null, summer: null, winterFrom: null, winter: null };

describe('decision office-hours', () => {
  const hours = (orgType: string | null, orgId: string | null = null) =>
    decisions.evaluate('office-hours', { orgType, orgId }).output;

  it('R09.9 a developer: winter 8:00-12:00 and 14:00-18:00, summer 8:00-12:00 and 14:30-18:30, summer from 1 May to 30 Sep', () => {
    expect(hours('developer', 'FH01')).toEqual({
      summerFrom: '05-01',
      summer: ['08:00-12:00', '14:30-18:30'],
      winterFrom: '10-01',
      winter: ['08:00-12:00', '14:00-18:00'],
    });
  });

  it.each(['group', 'property-company', 'construction-company', 'brokerage', 'registration-centre', null])(
    'R09.9 %s keeps none',
    (orgType) => {
      expect(hours(orgType)).toEqual(NONE);
    },
  );

  it('R09.9 an organisation named by its id keeps them too', async () => {
    const xml = decisionXml().map((one) => one.replace('keptBy: ["developer"]', 'keptBy: ["developer", "WY01"]'));
    const changed = await DecisionEvaluator.fromXml(xml);
    const of = (orgType: string, orgId: string) => changed.evaluate('office-hours', { orgType, orgId }).output;
    expect(of('property-company', 'WY01')).toMatchObject({ summerFrom: '05-01' });
    expect(of('property-company', 'WY02')).toEqual(NONE);
  });
});
