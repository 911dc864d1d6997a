import type { FileComplaint } from '@huiying/contracts';
import { parseYuan } from '../../formats/money.js';

/** What a complainant has written so far. It lies on the phone only, for seven days or until it is submitted. */
export interface Draft {
  inquiry: boolean;
  description: string;
  demand: string;
  danger: '' | 'yes' | 'no' | 'unknown';
  amount: string;
  households: string;
  organisationId: string;
  project: string;
  building: string;
  room: string;
  respondent: string;
  anonymous: boolean;
  name: string;
  phone: string;
  email: string;
  employee: boolean;
}

export const EMPTY_DRAFT: Draft = {
  inquiry: false,
  description: '',
  demand: '',
  danger: '',
  amount: '',
  households: '',
  organisationId: '',
  project: '',
  building: '',
  room: '',
  respondent: '',
  anonymous: false,
  name: '',
  phone: '',
  email: '',
  employee: false,
};

const KEY = 'huiying.draft';
const KEPT_MS = 7 * 24 * 3600_000;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface StoredDraft {
  savedAt: number;
  draft: Draft;
}

/** The draft on this phone; one that is too old or unreadable is removed and counts as none. */
export function loadDraft(store: Store, now: number): StoredDraft | undefined {
  const text = store.getItem(KEY);
  if (!text) return undefined;
  try {
    const stored = JSON.parse(text) as StoredDraft;
    if (now - stored.savedAt < KEPT_MS) return { savedAt: stored.savedAt, draft: { ...EMPTY_DRAFT, ...stored.draft } };
  } catch {
    // Unreadable: as good as none.
  }
  store.removeItem(KEY);
  return undefined;
}

/** Keeps the draft; an empty one is not kept, so that 「继续填写」 appears only where there is something. */
export function saveDraft(store: Store, draft: Draft, now: number): void {
  if (isEmpty(draft)) store.removeItem(KEY);
  else store.setItem(KEY, JSON.stringify({ savedAt: now, draft } satisfies StoredDraft));
}

export function clearDraft(store: Store): void {
  store.removeItem(KEY);
}

function isEmpty(draft: Draft): boolean {
  return (Object.keys(EMPTY_DRAFT) as (keyof Draft)[]).every(
    (key) => key === 'inquiry' || draft[key] === EMPTY_DRAFT[key],
  );
}

/** One more answer. Who turns anonymous leaves no name or number behind, not even in the draft (R08.3, access.md §3). */
export function withAnswer<K extends keyof Draft>(draft: Draft, key: K, value: Draft[K]): Draft {
  const next = { ...draft, [key]: value };
  return next.anonymous ? { ...next, name: '', phone: '', email: '' } : next;
}

export type DraftStep = 'what' | 'where' | 'who' | 'check';

/** A question of a step that has no usable answer yet; `text` is the dictionary's key of the sentence. */
export interface MissingAnswer {
  field: string;
  text:
    | 'file.need.description'
    | 'file.need.descriptionLong'
    | 'file.need.name'
    | 'file.need.phone'
    | 'file.need.phoneShape'
    | 'file.need.emailShape'
    | 'file.need.amount'
    | 'file.need.households';
}

const LEAST_CHARACTERS = 10;
const MOST_CHARACTERS = 10_000;

export function missingAnswers(draft: Draft, step: DraftStep): MissingAnswer[] {
  const missing: MissingAnswer[] = [];
  if (step === 'what') {
    const length = [...draft.description.trim()].length;
    if (length < LEAST_CHARACTERS) missing.push({ field: 'description', text: 'file.need.description' });
    if (length > MOST_CHARACTERS) missing.push({ field: 'description', text: 'file.need.descriptionLong' });
    if (draft.amount.trim() && parseYuan(draft.amount) === undefined)
      missing.push({ field: 'amount', text: 'file.need.amount' });
    if (draft.households.trim() && !/^[1-9]\d{0,4}$/.test(draft.households.normalize('NFKC').trim()))
      missing.push({ field: 'households', text: 'file.need.households' });
  }
  if (step === 'who' && !draft.anonymous) {
    if (!draft.name.trim()) missing.push({ field: 'name', text: 'file.need.name' });
    if (!draft.phone.trim()) missing.push({ field: 'phone', text: 'file.need.phone' });
    else if (!/^\+?\d{7,15}$/.test(plainPhone(draft.phone)))
      missing.push({ field: 'phone', text: 'file.need.phoneShape' });
    if (draft.email.trim() && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.email.trim()))
      missing.push({ field: 'email', text: 'file.need.emailShape' });
  }
  return missing;
}

/** Digits of a phone number; blanks, dashes and brackets are how people write it. */
function plainPhone(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s()\-‐‑‒–—−]/g, '');
}

/** The body of `POST /api/portal/complaints`; blank answers are left out. */
export function toFiling(draft: Draft, uploads: string[]): FileComplaint {
  const text = (value: string) => value.trim() || undefined;
  const place = { project: text(draft.project), building: text(draft.building), room: text(draft.room) };
  const households = Number(draft.households.normalize('NFKC'));
  return dropBlank<FileComplaint>({
    description: draft.description.trim(),
    kind: draft.inquiry ? 'inquiry' : undefined,
    organisationId: text(draft.organisationId),
    place: Object.values(place).some(Boolean) ? dropBlank(place) : undefined,
    demand: text(draft.demand),
    respondent: text(draft.respondent) ? { unit: draft.respondent.trim() } : undefined,
    amountFen: draft.amount.trim() ? parseYuan(draft.amount) : undefined,
    households: households > 0 ? households : undefined,
    dangerToPersons: draft.danger === '' ? undefined : draft.danger === 'unknown' ? null : draft.danger === 'yes',
    complainantIsEmployee: draft.employee || undefined,
    anonymous: draft.anonymous || undefined,
    contact: draft.anonymous
      ? undefined
      : dropBlank({ name: draft.name.trim(), phone: plainPhone(draft.phone), email: text(draft.email) }),
    uploads: uploads.length > 0 ? uploads : undefined,
  });
}

function dropBlank<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}
