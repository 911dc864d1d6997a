import type { SimilarCase } from '@huiying/contracts';
import { masterOptions } from './master-options.js';

const found = (more: Partial<SimilarCase>): SimilarCase => ({
  ...{
    caseNo: 'TS-1',
    state: 'accepted',
    topic: null,
    kind: null,
    subject: '渗水',
    project: '揽月湾',
    building: '3幢',
  },
  ...{ receivedAt: '2026-03-02T10:00:00+08:00', isMaster: false, masterNo: null, households: 1 },
  ...{ because: ['same-household', 'same-building'] },
  ...more,
});

it('R10.5 a master is chosen among similar complaints; what follows one itself is not offered', () => {
  const items = [found({}), found({ caseNo: 'TS-2', masterNo: 'TS-1' }), found({ caseNo: 'TS-3', building: null })];
  expect(masterOptions(items, (why) => why.slice('same-'.length))).toEqual([
    { value: 'TS-1', label: 'TS-1 · 揽月湾 · 3幢 · 渗水 · household · building' },
    { value: 'TS-3', label: 'TS-3 · 揽月湾 · 渗水 · household · building' },
  ]);
});
