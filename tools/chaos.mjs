// npm run chaos [-- CASES KILLS]: cases in flight while engine, services and PostgreSQL are killed with -9 in turn (200 and 30).
import { storm } from './chaos/storm.mjs';

const [cases, kills] = process.argv.slice(2).map(Number);
const faults = await storm({ cases: cases || 200, kills: kills || 30, print: console.log });
for (const fault of faults) console.log(fault);
console.log(faults.length === 0 ? 'nothing lost' : `${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
