import { isClearOpinion } from './give-opinion.form.js';
import { silentOf } from './consultations.js';

describe('joint consultation', () => {
  it.each(['', ' ', '无', '无。', '同上', '同 上'])('R07.5 R04.10 takes 「%s」 for no opinion', (text) => {
    expect(isClearOpinion(text)).toBe(false);
  });

  it('R07.5 takes a sentence for one', () => {
    expect(isClearOpinion('属我部责任，3月12日前重做防水')).toBe(true);
  });

  it('R04.10 lists the departments that said nothing', () => {
    const asked = {
      consultationId: 'c',
      departments: ['engineering', 'marketing'],
      leadGroup: 'engineering',
      answered: ['engineering'],
    };
    expect(silentOf(asked)).toEqual(['marketing']);
  });
});
