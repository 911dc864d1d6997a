import { contractFiles } from './contracts/event-folders.js';
import { writeGenerated } from './contracts/generate.js';

// npm run contracts: types.ts of every event and the list of all of them, from schema.json and example.json.
const written = await writeGenerated(await contractFiles());
console.log(`contracts: ${written} file(s) written`);
