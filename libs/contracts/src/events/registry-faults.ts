import type { EventContract } from './define-event.js';
import type { EventSchema } from './schema.js';

const SERVICES = new Set([
  'intake',
  'investigation',
  'warranty-routing',
  'media-penalties',
  'emergency-response',
  'employee-reports',
  'tasklist',
  'insights',
  'studio',
]);

/** Holds the entry in event.ts against the folder and the schema beside it. */
export function registryFaults(folder: string, contract: EventContract, schema: EventSchema): string[] {
  const faults: string[] = [];
  if (contract.type !== folder) faults.push(`type ${contract.type} stands in folder ${folder}`);
  if (contract.version !== schema['x-version'])
    faults.push(`version ${contract.version} is not x-version of the schema`);
  if (!/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*(\.v[2-9])?$/.test(contract.type))
    faults.push('type is not <noun>.<participle>');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(contract.since)) faults.push('since is no day');
  if (contract.producers.length === 0) faults.push('nobody may emit it');
  for (const { service, ...causes } of contract.producers) {
    if (!SERVICES.has(service)) faults.push(`producer ${service} is no service`);
    if (Object.keys(causes).length === 0) faults.push(`producer ${service} names no cause`);
  }
  if (contract.class === 'restricted' && schema.properties?.['caseNo']) faults.push('a restricted event names no case');
  return faults;
}
