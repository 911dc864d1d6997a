// npm run models:deploy             brings the models of bpmn/ to the running product as a release does: unchanged ones keep their version,
//                                   what people changed since stays (R03.2)
// npm run models:deploy -- FILE…    brings the files named as they are
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { signIn } from './product/client.mjs';

const ORDER = ['.dmn', '.form', '.bpmn'];
const release = process.argv.length === 2;
const files = release ? modelFiles('bpmn') : process.argv.slice(2);
const rank = (file) => ORDER.findIndex((extension) => file.endsWith(extension));

const approver = await signIn({ group: 'studio-approver' });
let changed = 0;
for (const file of files.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))) {
  const { deployed } = await approver.post('/api/studio/deployments', {
    name: basename(file),
    content: readFileSync(file, 'utf8'),
    release,
  });
  for (const model of deployed.filter((model) => model.changed)) {
    console.log(`${model.kind} ${model.id} version ${model.version}`);
    changed++;
  }
}
console.log(`${changed} changed, running cases keep their version`);

function modelFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => rank(file) >= 0 && !file.startsWith('rules'))
    .map((file) => join(folder, file));
}
