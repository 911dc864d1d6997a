import { contractFiles } from './contracts/event-folders.js';
import { writeGenerated } from './contracts/generate.js';

// npm run contracts              writes types.ts of every event and the list of all, then the AsyncAPI document
//                                and bpmn/<process>/events.json
// npm run contracts -- --publish copies new versions to libs/contracts/published as well
// npm run contracts:check        = --check: exit 1 with every fault
const folders = await contractFiles();
if (process.argv.includes('--check')) {
  const { contractFaults } = await import('./contracts/check.js');
  const faults = await contractFaults(folders);
  for (const fault of faults) console.error(fault);
  console.log(`contracts: ${folders.length} events, ${faults.length} fault(s)`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} else {
  const written = await writeGenerated(folders);
  console.log(`contracts: ${written} file(s) written`);
  if (process.argv.includes('--publish')) {
    const { publish } = await import('./contracts/published-files.js');
    for (const name of await publish(folders)) console.log(`published ${name}`);
  }
  // Loaded last, since it reads the registry that was just written.
  const { writeAsyncApi } = await import('./contracts/asyncapi-file.js');
  await writeAsyncApi();
  const { writeManifests } = await import('./event-manifest/manifest-files.js');
  await writeManifests();
}
