// npm run models:deploy [-- FILE…]: brings the models of bpmn/ (or the files named) to the running product; unchanged ones keep their version.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { signIn } from './product/client.mjs';

const ORDER = ['.dmn', '.form', '.bpmn'];
const files = process.argv.length > 2 ? process.argv.slice(2) : modelFiles('bpmn');
const rank = (file) => ORDER.findIndex((extension) => file.endsWith(extension));

const approver = await signIn({ group: 'studio-approver' });
let changed = 0;
for (const file of files.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))) {
  const { deployed } = await approver.post('/api/studio/deployments', {
    name: basename(file),
    content: readFileSync(file, 'utf8'),
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
