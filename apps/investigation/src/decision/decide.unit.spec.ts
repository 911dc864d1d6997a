import { lacksRemedy } from './decide.form.js';

describe('R04.9 a justified and proven complaint', () => {
  const proven = { justified: 'yes', conclusive: true };

  it('is not decided without 改正, 赔偿 or 补救', () => {
    expect(lacksRemedy(proven, [])).toBe(true);
    expect(lacksRemedy(proven, [{ type: 'investigate' }])).toBe(true);
    expect(lacksRemedy(proven, [{ type: 'rectify' }])).toBe(false);
    expect(lacksRemedy({ ...proven, justified: 'partly' }, [{ type: 'compensate' }])).toBe(false);
  });

  it('asks nothing of what is unproven or unjustified', () => {
    expect(lacksRemedy({ justified: 'yes', conclusive: false }, [])).toBe(false);
    expect(lacksRemedy({ justified: 'no', conclusive: true }, [])).toBe(false);
    expect(lacksRemedy(null, [])).toBe(false);
  });
});
