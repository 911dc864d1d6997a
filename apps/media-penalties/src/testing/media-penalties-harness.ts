import { openService, ServiceUnderTest } from '@huiying/service/testing';
import type { TestUnit } from '@huiying/platform/testing';
import { MediaPenaltiesModule } from '../media-penalties.module.js';
import { MEDIA_PENALTIES_SCHEMA } from '../schema.js';

/** The company of the examples: headquarters, two regions, twelve stores (R11.5); logins are person ids. */
export const BROKERAGE = 'JJ01';
export const REGION = 'JJ01-QY1';
/** The stores of the company; their managers are dian01 …, their consultants gu01 …. */
export const STORES = Array.from({ length: 12 }, (_, index) => `${REGION}-D${String(index + 1).padStart(2, '0')}`);

const DIRECTORY: TestUnit[] = [
  { id: BROKERAGE, orgType: 'brokerage', staff: { gm: ['general-manager'], boss: ['leader-in-charge'] } },
  { id: `${BROKERAGE}-CW`, parent: BROKERAGE, staff: { cai: ['finance'], kuai: ['finance'] } },
  { id: `${BROKERAGE}-SL`, parent: BROKERAGE, staff: { desk: ['intake-desk'] } },
  {
    id: REGION,
    parent: BROKERAGE,
    kind: 'region',
    staff: { qu: ['region-office'], zhang: ['region-head'], zhao: ['region-head'] },
  },
  {
    id: `${BROKERAGE}-QY2`,
    parent: BROKERAGE,
    kind: 'region',
    staff: { lin: ['region-office'], luo: ['region-head'] },
  },
  ...STORES.map((id, index): TestUnit => {
    const place = String(index + 1).padStart(2, '0');
    return {
      id,
      parent: REGION,
      kind: 'store',
      staff: { [`dian${place}`]: ['store-manager'], [`gu${place}`]: ['consultant'] },
    };
  }),
  { id: 'DM', orgType: 'brokerage', staff: { dan: ['region-office'] } },
  // A company with one store: nobody to pay to.
  { id: 'DM-D01', name: '东门店', parent: 'DM', kind: 'store', staff: { du: ['store-manager'] } },
];

/** Media-penalties as it runs; the test plays the tasklist, the engine and intake. */
export class MediaPenalties extends ServiceUnderTest {
  static async open(start?: string): Promise<MediaPenalties> {
    return new MediaPenalties(
      await openService({
        schema: MEDIA_PENALTIES_SCHEMA,
        module: MediaPenaltiesModule.forRoot(),
        directory: DIRECTORY,
        organisation: { id: BROKERAGE, orgType: 'brokerage' },
        ...(start ? { start } : {}),
      }),
    );
  }
}
