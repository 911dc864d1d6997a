import { detailLine } from './timeline-detail.js';

const t = (key: string) => key.replace('detail.', '');
const line = (detail: Record<string, unknown>) => detailLine(detail, 'zh-CN', t);

it('R08.8 says which measure of an emergency was done and by which department, in words', () => {
  expect(line({ measure: 'opinion', department: 'customer-service' })).toBe('department 客户服务部 · measure 舆论引导');
  expect(line({ measure: 'site-action', department: 'site-team' })).toBe('measure 现场处置');
});

it('leaves out what has no word and every key that is not a fact', () => {
  expect(line({ channel: 'owners-group', department: 'nobody', orgId: 'WY01' })).toBe('');
  expect(line({ channel: 'web' })).toBe('channel 网络平台');
});
