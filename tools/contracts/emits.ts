import { EVENT_CONTRACTS } from '../../libs/contracts/src/events/generated.js';
import type { EventContract } from '../../libs/contracts/src/events/define-event.js';
import { FormContracts } from '../../libs/contracts/src/forms/index.js';
import { JobContracts } from '../../libs/contracts/src/jobs/index.js';

interface Emitting {
  readonly service: string;
  readonly emits: readonly string[];
}

/** Where job and form contracts and the registry disagree on who emits what. */
export function emitFaults(
  jobs: Readonly<Record<string, Emitting>> = JobContracts,
  forms: Readonly<Record<string, Emitting>> = FormContracts,
  events: Readonly<Record<string, EventContract>> = EVENT_CONTRACTS,
): string[] {
  return [...disagreements('jobs', jobs, events), ...disagreements('forms', forms, events)];
}

function disagreements(
  sort: 'jobs' | 'forms',
  contracts: Readonly<Record<string, Emitting>>,
  events: Readonly<Record<string, EventContract>>,
): string[] {
  const faults: string[] = [];
  for (const [name, { service, emits }] of Object.entries(contracts))
    for (const type of emits) {
      const listed = events[type]?.producers
        .filter((producer) => producer.service === service)
        .flatMap((producer) => producer[sort] ?? []);
      if (!listed) faults.push(`${name} emits ${type}, which is no event`);
      else if (!listed.includes(name) && !listed.includes('*'))
        faults.push(`${name} emits ${type}, whose event.ts does not list it`);
    }
  for (const { type, producers } of Object.values(events))
    for (const name of producers.flatMap((producer) => producer[sort] ?? [])) {
      const contract = contracts[name];
      if (contract && !contract.emits.includes(type))
        faults.push(`${type} lists ${name}, whose contract does not emit it`);
    }
  return faults;
}
