import { readReview, type ReviewAnswers } from './review-answers.js';
import { kindThatCounts, refuseReview } from './review.decider.js';

const form = (more: Record<string, unknown> = {}) => ({
  topic: 'house-quality',
  kind: 'construction-quality',
  scope: 'own',
  specific: true,
  evidenced: true,
  valid: true,
  amountYuan: null,
  households: 1,
  proceedings: false,
  keyCustomer: false,
  dangerToPersons: false,
  disturbsOperation: false,
  harmsStanding: null,
  complex: true,
  ...more,
});
const answers = (more: Record<string, unknown> = {}): ReviewAnswers => readReview(form(more)).answers;
const codes = (errors: { field: string; code: string }[]) => errors.map(({ field, code }) => `${field}: ${code}`);

describe('review-intake', () => {
  it('R04.4: reads what the desk decided', () => {
    const read = readReview(form({ respondentGroup: ['engineering', 'general-office'], missing: '照片；合同' }));
    expect(read.errors).toEqual([]);
    expect(read.answers).toMatchObject({
      kind: 'construction-quality',
      amountYuan: null,
      harmsStanding: null,
      complexFlag: true,
      respondentGroup: ['engineering', 'general-office'],
      missing: ['照片', '合同'],
    });
  });

  it('takes the texts of radio buttons for flags and 不能排除 for unknown', () => {
    expect(answers({ specific: 'true', dangerToPersons: 'unknown', valid: 'false' })).toMatchObject({
      specific: true,
      dangerToPersons: null,
      valid: false,
    });
  });

  it('names every field that is missing or no code', () => {
    const { errors } = readReview({ topic: 'nonsense', respondentGroup: ['nobody'], households: 0, amountYuan: -1 });
    expect(codes(errors)).toEqual(
      expect.arrayContaining([
        'topic: not-allowed-value',
        'specific: required',
        'scope: required',
        'dangerToPersons: required',
        'respondentGroup: unknown-group',
        'households: households-below',
        'amountYuan: amount-below',
      ]),
    );
  });

  it('R11.4: reads a media exposure, in one object or field by field', () => {
    const exposure = { medium: 'newspaper', outlet: '城市晚报', publishedOn: '2026-03-02' };
    expect(answers({ mediaExposure: exposure }).mediaExposure).toEqual(exposure);
    expect(answers(exposure).mediaExposure).toEqual(exposure);
    expect(codes(readReview(form({ medium: 'television' })).errors)).toEqual([
      'outlet: required',
      'publishedOn: required',
    ]);
  });

  it('R04.1: the kind follows the topic, the desk chooses where the topic gives none', () => {
    expect(kindThatCounts(answers({ kind: null }), 'sales')).toBe('sales');
    const differs = refuseReview(answers({ kind: 'sales' }), {
      kindOfTopic: 'construction-quality',
      admission: 'accept',
    });
    expect(codes(differs)).toEqual(['kind: kind-differs']);
    expect(refuseReview(answers(), { kindOfTopic: null, admission: 'accept' })).toEqual([]);
  });

  it('R13.2: the kind may stay empty only where a supplement is asked for or the case refused', () => {
    const empty = answers({ kind: null, topic: 'none', missing: '地点' });
    expect(refuseReview(empty, { kindOfTopic: null, admission: 'supplement' })).toEqual([]);
    expect(refuseReview(empty, { kindOfTopic: null, admission: 'refuse' })).toEqual([]);
    expect(codes(refuseReview(empty, { kindOfTopic: null, admission: 'accept' }))).toEqual(['kind: kind-required']);
  });

  it('R01.2: a supplement says what is missing', () => {
    const none = refuseReview(answers({ evidenced: false }), { kindOfTopic: null, admission: 'supplement' });
    expect(codes(none)).toEqual(['missing: missing-required']);
  });
});
