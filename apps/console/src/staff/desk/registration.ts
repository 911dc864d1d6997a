import type { RegisterComplaint } from '@huiying/contracts';
import { SPOKEN_CHANNELS } from '@huiying/contracts';
import { parseYuan } from '../../formats/money.js';

/** An entry of D1 as it is typed. */
export interface Entry {
  organisationId: string;
  channel: string;
  description: string;
  demand: string;
  subject: string;
  anonymous: boolean;
  name: string;
  phone: string;
  email: string;
  address: string;
  project: string;
  building: string;
  room: string;
  respondentType: string;
  respondentUnit: string;
  respondentPerson: string;
  topic: string;
  kind: string;
  amount: string;
  households: string;
  promisedOn: string;
  danger: '' | 'yes' | 'no' | 'unknown';
  explanation: string;
  explained: '' | 'yes' | 'no';
  readBack: boolean;
  masterNo: string;
  /** Answers to the organisation's own fields, by key. */
  extra: Record<string, string>;
}

export const EMPTY_ENTRY: Entry = {
  organisationId: '',
  channel: 'phone',
  description: '',
  demand: '',
  subject: '',
  anonymous: false,
  name: '',
  phone: '',
  email: '',
  address: '',
  project: '',
  building: '',
  room: '',
  respondentType: '',
  respondentUnit: '',
  respondentPerson: '',
  topic: '',
  kind: '',
  amount: '',
  households: '',
  promisedOn: '',
  danger: '',
  explanation: '',
  explained: '',
  readBack: false,
  masterNo: '',
  extra: {},
};

export interface EntryFault {
  field: keyof Entry;
  key: 'desk.need.description' | 'desk.need.contact' | 'desk.need.readBack' | 'desk.need.amount';
}

export const isSpoken = (channel: string) => (SPOKEN_CHANNELS as readonly string[]).includes(channel);

/** What the page itself can tell; which fields an organisation requires besides is the server's word (R09.3, R07.1). */
export function entryFaults(entry: Entry): EntryFault[] {
  const faults: EntryFault[] = [];
  if (!entry.description.trim()) faults.push({ field: 'description', key: 'desk.need.description' });
  if (!entry.anonymous && !entry.name.trim()) faults.push({ field: 'name', key: 'desk.need.contact' });
  if (entry.amount.trim() && parseYuan(entry.amount) === undefined)
    faults.push({ field: 'amount', key: 'desk.need.amount' });
  if (isSpoken(entry.channel) && !entry.readBack) faults.push({ field: 'readBack', key: 'desk.need.readBack' });
  return faults;
}

/** The body of `POST /api/intake/complaints`; blank fields are left out. */
export function toRegistration(entry: Entry): RegisterComplaint {
  const text = (value: string) => value.trim() || undefined;
  const flag = (value: '' | 'yes' | 'no') => (value === '' ? undefined : value === 'yes');
  const households = Number(entry.households.normalize('NFKC'));
  return compact<RegisterComplaint>({
    channel: entry.channel,
    organisationId: text(entry.organisationId),
    description: entry.description.trim(),
    demand: text(entry.demand),
    subject: text(entry.subject),
    topic: text(entry.topic),
    kind: text(entry.kind),
    anonymous: entry.anonymous || undefined,
    contact: entry.anonymous
      ? undefined
      : compact({
          name: entry.name.trim(),
          phone: text(entry.phone.replace(/[\s()-]/g, '')),
          email: text(entry.email),
          address: text(entry.address),
        }),
    place: optional({ project: text(entry.project), building: text(entry.building), room: text(entry.room) }),
    respondentType: text(entry.respondentType),
    respondent: optional({ unit: text(entry.respondentUnit), person: text(entry.respondentPerson) }),
    amountFen: entry.amount.trim() ? parseYuan(entry.amount) : undefined,
    households: households > 0 ? households : undefined,
    promisedOn: text(entry.promisedOn),
    dangerToPersons: entry.danger === '' ? undefined : entry.danger === 'unknown' ? null : entry.danger === 'yes',
    explanation: text(entry.explanation),
    explained: flag(entry.explained),
    readBackConfirmed: isSpoken(entry.channel) ? entry.readBack : undefined,
    masterNo: text(entry.masterNo),
    extra: optional(
      compact(Object.fromEntries(Object.entries(entry.extra).map(([key, value]) => [key, text(value)]))),
    ) as Record<string, string> | undefined,
  });
}

function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}

function optional<T extends object>(value: T): T | undefined {
  const kept = compact(value);
  return Object.keys(kept).length > 0 ? kept : undefined;
}
