import { readReview } from './review-answers.js';
import { newestOf, openedWith } from './review-opened.js';

const REGISTERED = {
  masterNo: null,
  amountFen: 120_000,
  households: 1,
  proceedings: false,
  keyCustomer: false,
  dangerToPersons: null,
  disturbsOperation: 'no',
  harmsStanding: 'unknown',
  complexFlag: false,
} as const;
const SAID = { topic: 'house-quality', specific: true, evidenced: true, valid: true, scope: 'own' };

/** The form as it comes back: what it opened with, with what a person changed. */
const returned = (changed: Record<string, unknown> = {}) => {
  const opened = openedWith(REGISTERED);
  return {
    ...SAID,
    ...opened,
    dangerToPersons: false,
    ...changed,
    opened: JSON.parse(JSON.stringify(opened)) as unknown,
  };
};
const newest = (data: Record<string, unknown>, row: Parameters<typeof newestOf>[2]) =>
  newestOf(readReview(data).answers, data['opened'], row);

describe('a review that lay open while the case changed', () => {
  const MEANWHILE = {
    ...REGISTERED,
    ...{ masterNo: 'TS-1', amountFen: 300_050, households: 4, proceedings: true, keyCustomer: true, complexFlag: true },
    ...{ disturbsOperation: 'yes' as const, harmsStanding: 'no' as const },
  };

  it('R10.5 R10.6 what nobody touched is as the case has it now', () => {
    expect(newest(returned(), MEANWHILE)).toMatchObject({
      ...{
        masterNo: 'TS-1',
        amountYuan: 3000.5,
        households: 4,
        proceedings: true,
        keyCustomer: true,
        complexFlag: true,
      },
      ...{ disturbsOperation: true, harmsStanding: false },
    });
    expect(newest(returned(), { ...MEANWHILE, masterNo: null }).masterNo).toBeNull();
  });

  it('R04.4 what a person changed is as they said it', () => {
    const changed = { masterNo: 'TS-2', amountYuan: 10, households: 2, disturbsOperation: 'unknown', complex: true };
    expect(newest(returned(changed), MEANWHILE)).toMatchObject({
      ...{ masterNo: 'TS-2', amountYuan: 10, households: 2, disturbsOperation: null, complexFlag: true },
      dangerToPersons: false,
    });
  });

  it('R04.4 a client that does not say what it opened with is taken at its word', () => {
    const { opened, ...said } = returned();
    expect(opened).toBeDefined();
    expect(newest(said, MEANWHILE)).toMatchObject({ masterNo: null, amountYuan: 1200, households: 1 });
  });
});
