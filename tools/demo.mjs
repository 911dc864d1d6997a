// npm run demo: one complaint from filing to archive as its different people, on a fresh product, and its timeline.
import { RunningProduct } from './product/running-product.mjs';
import { Staff } from './product/staff.mjs';
import { file, walk } from './demo/walk.mjs';

const product = await RunningProduct.start({
  log: process.env.VERBOSE ? process.stderr.fd : undefined,
  clockStartsAt: '2026-03-02T09:00:00+08:00',
});
try {
  const begun = performance.now();
  const staff = new Staff(product);
  const filed = await file(product);
  console.log(`投诉 ${filed.caseNo} 已登记，${filed.replyBy.slice(0, 10)} 前答复`);
  const names = new Map((await staff.everybody()).map(({ login, name }) => [login, name]));
  await walk(staff, filed, {
    onStep: ({ element, login }) => console.log(`  ${element.padEnd(18)} ${names.get(login) ?? '投诉人'}`),
  });
  const steward = await staff.first('property-steward', filed.orgId);
  const { items } = await steward.get(`/api/cases/${filed.caseNo}/timeline`);
  console.log('\n时间线');
  for (const { at, title, ruleIds } of items)
    console.log(`  ${at.slice(0, 16).replace('T', ' ')}  ${title.zh}  ${ruleIds.join(' ')}`);
  console.log(`\n${((performance.now() - begun) / 1000).toFixed(1)} s`);
} finally {
  await product.stop();
}
