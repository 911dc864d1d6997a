import { readMeasures, sumFen } from './measure.js';

const line = { type: 'rectify', description: '重做防水', group: 'service-centre-engineering', plannedOn: '2026-03-12' };

describe('措施列表', () => {
  it('R01.5 refuses a measure without a type', () => {
    expect(readMeasures([{ ...line, type: '' }], '2026-03-02')).toEqual({
      errors: [{ field: 'measures.0.type', code: 'required' }],
    });
  });

  it('R01.5 asks a compensation for its amount', () => {
    expect(readMeasures([{ ...line, type: 'compensate' }], '2026-03-02')).toEqual({
      errors: [{ field: 'measures.0.amountFen', code: 'required' }],
    });
  });

  it('takes a day from today on, and none before', () => {
    expect(readMeasures([{ ...line, plannedOn: '2026-03-02' }], '2026-03-02')).toHaveProperty('lines');
    expect(readMeasures([{ ...line, plannedOn: '2026-03-01' }], '2026-03-02')).toEqual({
      errors: [{ field: 'measures.0.plannedOn', code: 'in-the-past' }],
    });
  });

  it.each(['2026-02-30', '2026-3-12', 'soon'])('takes 「%s」 for no day', (plannedOn) => {
    expect(readMeasures([{ ...line, plannedOn }], '2026-02-01')).toEqual({
      errors: [{ field: 'measures.0.plannedOn', code: 'not-accepted-format' }],
    });
  });

  it('R01.5 gives a measure to nobody who is not in the list of posts', () => {
    expect(readMeasures([{ ...line, group: 'engineers' }], '2026-03-02')).toEqual({
      errors: [{ field: 'measures.0.group', code: 'unknown-role' }],
    });
    expect(readMeasures([{ ...line, group: 'respondent-unit' }], '2026-03-02')).toHaveProperty('lines');
  });

  it('R10.2 adds the amounts in fen', () => {
    const read = readMeasures(
      [
        { ...line, type: 'compensate', amountFen: 999_999 },
        { ...line, amountFen: 1 },
      ],
      '2026-03-02',
    );
    expect('lines' in read && sumFen(read.lines)).toBe(1_000_000);
  });
});
