import { decisiveAmountYuan, isExceeded } from './authority.decider.js';

describe('R10.2 authority of a decision', () => {
  const project = { deciderGroup: 'project-head', level: 1 };
  const region = { deciderGroup: 'region-executive', level: 2 };

  it('is exceeded when the figures now ask for a higher level', () => {
    expect(isExceeded(project, region)).toBe(true);
    expect(isExceeded(region, project)).toBe(false);
    expect(isExceeded(project, project)).toBe(false);
  });

  it('goes by the group where there are no levels', () => {
    const head = { deciderGroup: 'region-head', level: null };
    expect(isExceeded(head, head)).toBe(false);
    expect(isExceeded(head, { deciderGroup: 'general-manager', level: null })).toBe(true);
  });

  it('counts what is paid against what the case is about', () => {
    expect(decisiveAmountYuan(999_999, null)).toBe(9_999.99);
    expect(decisiveAmountYuan(1_000_000, 800)).toBe(10_000);
    expect(decisiveAmountYuan(0, 12_000)).toBe(12_000);
    expect(decisiveAmountYuan(0, null)).toBeNull();
  });
});
