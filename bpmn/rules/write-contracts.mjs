// Writes contracts.json: what the lint rules (CommonJS) know of libs/contracts and of the rule catalogue.
//   node --import @swc-node/register/esm-register bpmn/rules/write-contracts.mjs
// test/process/contracts.spec.ts fails when the file is out of date.
import { writeFileSync } from 'node:fs';
import { lintContracts } from '../../test/process/lint-contracts.ts';

writeFileSync(new URL('contracts.json', import.meta.url), `${JSON.stringify(lintContracts(), null, 2)}\n`);
