/** A complaint as it comes in, from the portal or the desk; texts as typed. */
export interface Filing {
  via: 'portal' | 'desk';
  channel: string;
  description?: string;
  subject?: string;
  demand?: string;
  kind?: string;
  topic?: string;
  place?: { project?: string; building?: string; room?: string };
  respondent?: { unit?: string; person?: string };
  respondentType?: string;
  amountFen?: number;
  households?: number;
  anonymous?: boolean;
  contact?: { name?: string; phone?: string; email?: string; address?: string };
  promisedOn?: string;
  readBackConfirmed?: boolean;
}

export interface FilingContext {
  orgType: string;
  /** Calendar day of receipt, Shanghai. */
  receivedOn: string;
  /** Kind as given or as the given topic names it; the words alone oblige nobody. */
  kind: string | null;
}

/** Field and code of a refusal; texts are registered in intake.problems.ts. */
export interface FilingRefusal {
  field: string;
  code: string;
  params?: Record<string, string | number>;
}

const PORTAL_LEAST = 10;
const SPOKEN = ['phone', 'hotline', 'visit'];
const WITH_ADDRESS = ['phone', 'letter', 'visit'];
const PHONE = /^\+?[0-9]{5,20}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Everything that keeps a complaint from being registered, field by field; empty = it is. Pure. */
export function refuseFiling(filing: Filing, context: FilingContext): FilingRefusal[] {
  return [
    ...refuseDescription(filing),
    ...refuseContact(filing, context),
    ...refusePromise(filing, context),
    ...refuseReadBack(filing),
  ];
}

/** Kinds that are promised a day (R07.1). */
export const isPromised = (kind: string | null | undefined): boolean => kind === 'sales' || kind === 'leasing';

/** Digits of a phone number as people write it, blanks and dashes taken away. */
export const normalisePhone = (phone: string): string => phone.replace(/[\s\-()（）－]/g, '');

export const normaliseEmail = (email: string): string => email.trim().toLowerCase();

/** Room, address: blanks and case do not tell two apart. */
export const normalisePlace = (text: string): string => text.replace(/\s/g, '').toLowerCase();

/** Characters as a reader counts them. */
const lengthOf = (text: string): number => [...text.trim()].length;

function refuseDescription({ via, description = '' }: Filing): FilingRefusal[] {
  if (via === 'desk') return [];
  if (lengthOf(description) === 0) return [{ field: 'description', code: 'required' }];
  if (lengthOf(description) >= PORTAL_LEAST) return [];
  return [{ field: 'description', code: 'too-short', params: { min: PORTAL_LEAST } }];
}

/** R08.3, R09.3: a name and a way to reach the person, or the mark 匿名. */
function refuseContact(filing: Filing, { orgType }: FilingContext): FilingRefusal[] {
  const { anonymous = false, contact } = filing;
  if (anonymous) return contact ? [{ field: 'contact', code: 'anonymous-with-contact' }] : [];
  if (!contact) return [{ field: 'contact', code: 'contact-required' }];
  const refusals: FilingRefusal[] = [];
  if (lengthOf(contact.name ?? '') === 0) refusals.push({ field: 'contact.name', code: 'required' });
  if (contact.phone !== undefined && !PHONE.test(normalisePhone(contact.phone))) {
    refusals.push({ field: 'contact.phone', code: 'not-a-phone' });
  }
  if (contact.email !== undefined && !EMAIL.test(contact.email.trim())) {
    refusals.push({ field: 'contact.email', code: 'not-an-email' });
  }
  return [...refusals, ...refuseReach(filing, orgType)];
}

function refuseReach({ via, channel, contact }: Filing, orgType: string): FilingRefusal[] {
  const address = lengthOf(contact?.address ?? '') > 0;
  if (via === 'portal') return contact?.phone === undefined ? [{ field: 'contact.phone', code: 'required' }] : [];
  if (orgType === 'developer' && WITH_ADDRESS.includes(channel) && !address) {
    return [{ field: 'contact.address', code: 'address-required' }];
  }
  const reached = contact?.phone !== undefined || contact?.email !== undefined || address;
  return reached ? [] : [{ field: 'contact', code: 'contact-required' }];
}

/** R07.1: a sales or leasing complaint at the desk names the date that was promised; a broker's does not go by that ladder. */
function refusePromise({ via, promisedOn }: Filing, { orgType, kind, receivedOn }: FilingContext): FilingRefusal[] {
  if (promisedOn !== undefined) return refusePromisedDay(promisedOn, receivedOn);
  const owed = via === 'desk' && orgType !== 'brokerage' && isPromised(kind);
  return owed ? [{ field: 'promisedOn', code: 'promised-date-required' }] : [];
}

function refusePromisedDay(promisedOn: string, receivedOn: string): FilingRefusal[] {
  if (!DAY.test(promisedOn) || Number.isNaN(Date.parse(promisedOn)))
    return [{ field: 'promisedOn', code: 'wrong-type' }];
  return promisedOn < receivedOn ? [{ field: 'promisedOn', code: 'promised-date-past' }] : [];
}

/** R07.2: what was said by mouth is read back and confirmed before it is saved. */
function refuseReadBack({ via, channel, readBackConfirmed }: Filing): FilingRefusal[] {
  if (via === 'portal' || !SPOKEN.includes(channel) || readBackConfirmed === true) return [];
  return [{ field: 'readBackConfirmed', code: 'read-back-required' }];
}
