import { DecisionEvaluator } from '@huiying/engine';
import { decisionXml } from './model-files.js';

let decisions: DecisionEvaluator;
beforeAll(async () => {
  decisions = await DecisionEvaluator.fromXml(decisionXml().filter((xml) => xml.includes('<decision id="rank-fine"')));
});

/** Fines of stores with these counts of complaints; rank = 1 + number of stores with more. */
const finesOf = (counts: number[]) =>
  counts.map((counted) => {
    const rank = 1 + counts.filter((other) => other > counted).length;
    return decisions.evaluate('rank-fine', { rank, counted }).output;
  });

describe('rank-fine', () => {
  it.each([
    ['9, 7, 7, 5', [9, 7, 7, 5], [2000, 1500, 1500, 0]],
    [
      '9, 9, 4, 4: equal counts pay the higher fine, the ranks behind them move on',
      [9, 9, 4, 4],
      [2000, 2000, 1000, 1000],
    ],
    ['four in a row', [8, 6, 4, 2], [2000, 1500, 1000, 0]],
    ['three in front, equal: nobody is second or third', [5, 5, 5, 1], [2000, 2000, 2000, 0]],
    ['two stores: two fines', [3, 1], [2000, 1500]],
    ['one store', [1], [2000]],
    ['no complaint: no fine, whatever the rank', [0, 0, 0], [0, 0, 0]],
    ['zero behind a first', [4, 0], [2000, 0]],
  ])('R11.9 %s', (_, counts, fines) => {
    expect(finesOf(counts)).toEqual(fines);
  });

  it('R11.9 the figures are parameters: disputes between stores do not count at the start', () => {
    expect(decisions.evaluate('rank-fine-parameters', {}).output).toEqual({
      firstYuan: 2000,
      secondYuan: 1500,
      thirdYuan: 1000,
      countInterStore: false,
    });
  });
});
