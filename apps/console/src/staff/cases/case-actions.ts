import type { CaseView } from '@huiying/contracts';
import type { StaffKey } from '../../words/staff-words.js';

/** One question of an action's dialog. `tri` is 是 / 否 / 不能排除, sent as true, false, null. */
export interface ActionField {
  name: string;
  label: StaffKey;
  kind: 'text' | 'date' | 'number' | 'yuan' | 'flag' | 'tri' | 'limit' | 'master';
  required?: boolean;
}

/** What the page offers on a case; shown only where the server lists its permission in `may`. */
export interface CaseAction {
  id: string;
  title: StaffKey;
  hint?: StaffKey;
  /** Row of the policy table (access.md §2). */
  may: string;
  /** Part of the route behind the case. */
  part: string;
  method?: 'DELETE';
  fields: ActionField[];
  /** What goes with the answers without being asked. */
  fixed?: (found: CaseView) => Record<string, unknown>;
  /** Could it be done as the case stands? Left out: at any time. The server decides all the same. */
  when?: (found: CaseView) => boolean;
  /** Alarms other people: shown in the colour of a warning. */
  grave?: boolean;
  openOnly: boolean;
}

/** Before a case has a handling of its own it can be put behind another, or taken out from behind it (processes.md §2). */
const BEFORE_HANDLING = ['registered', 'supplementing', 'following-master'];

const REASON: ActionField = { name: 'reason', label: 'action.reason', kind: 'text', required: true };

export const CASE_ACTIONS: CaseAction[] = [
  {
    id: 'note',
    title: 'action.note',
    may: 'case.note',
    part: '/notes',
    fields: [{ name: 'text', label: 'action.text', kind: 'text', required: true }],
    openOnly: false,
  },
  {
    id: 'extend',
    title: 'action.extend',
    hint: 'action.extendHint',
    may: 'case.extend',
    part: '/extension-requests',
    fields: [
      { name: 'limitId', label: 'action.limit', kind: 'limit', required: true },
      { name: 'days', label: 'action.days', kind: 'number', required: true },
      REASON,
    ],
    openOnly: true,
  },
  {
    id: 'facts',
    title: 'action.facts',
    hint: 'action.factsHint',
    may: 'case.facts',
    part: '/facts',
    fields: [
      { name: 'amountFen', label: 'action.amount', kind: 'yuan' },
      { name: 'households', label: 'action.households', kind: 'number' },
      { name: 'proceedings', label: 'action.proceedings', kind: 'flag' },
      { name: 'dangerToPersons', label: 'action.danger', kind: 'tri' },
      { name: 'disturbsOperation', label: 'action.disturbs', kind: 'tri' },
      { name: 'harmsStanding', label: 'action.harms', kind: 'tri' },
      { name: 'reason', label: 'action.reason', kind: 'text' },
    ],
    openOnly: true,
  },
  {
    id: 'link',
    title: 'action.link',
    hint: 'action.linkHint',
    may: 'case.link',
    part: '/links',
    fields: [
      { name: 'masterNo', label: 'action.masterNo', kind: 'master', required: true },
      { name: 'sameHousehold', label: 'action.sameHousehold', kind: 'flag' },
    ],
    when: ({ state, children }) => BEFORE_HANDLING.includes(state) && children.length === 0,
    openOnly: true,
  },
  {
    id: 'unlink',
    title: 'action.unlink',
    hint: 'action.unlinkHint',
    may: 'case.link',
    part: '/links',
    method: 'DELETE',
    fields: [],
    fixed: ({ masterNo }) => ({ masterNo }),
    when: ({ state, masterNo }) => BEFORE_HANDLING.includes(state) && masterNo !== null,
    openOnly: true,
  },
  {
    id: 'date',
    title: 'action.date',
    may: 'case.date',
    part: '/feedback-date',
    fields: [
      { name: 'newDate', label: 'action.newDate', kind: 'date', required: true },
      { name: 'consent', label: 'action.consent', kind: 'flag', required: true },
      { name: 'reason', label: 'action.reason', kind: 'text' },
    ],
    when: ({ handlingProcess }) => handlingProcess === 'sales-complaint',
    openOnly: true,
  },
  {
    id: 'reply',
    title: 'action.reply',
    may: 'case.reply',
    part: '/authority-reply',
    fields: [
      { name: 'opinion', label: 'action.opinion', kind: 'text', required: true },
      { name: 'receivedOn', label: 'action.receivedOn', kind: 'date' },
    ],
    when: ({ state }) => state === 'reviewing',
    openOnly: true,
  },
  {
    id: 'recuse',
    title: 'action.recuse',
    hint: 'action.recuseHint',
    may: 'case.recuse',
    part: '/recusals',
    fields: [REASON],
    openOnly: true,
  },
  {
    id: 'serious',
    title: 'action.serious',
    may: 'case.serious',
    part: '/serious',
    fields: [REASON],
    grave: true,
    openOnly: true,
  },
  {
    id: 'emergency',
    title: 'action.emergency',
    hint: 'action.emergencyHint',
    may: 'case.emergency',
    part: '/emergency',
    fields: [REASON],
    when: ({ emergency }) => !emergency,
    grave: true,
    openOnly: false,
  },
  {
    id: 'refer',
    title: 'action.refer',
    hint: 'action.referHint',
    may: 'case.refer',
    part: '/supervision',
    fields: [REASON],
    openOnly: false,
  },
];

const CLOSED = ['archived', 'withdrawn'];

/** Actions that the caller may take on the case as it is. */
export function actionsFor(found: CaseView): CaseAction[] {
  return CASE_ACTIONS.filter(
    ({ may, openOnly, when }) =>
      found.may.includes(may) && !(openOnly && CLOSED.includes(found.state)) && (when?.(found) ?? true),
  );
}

/** Answers of the dialog as the route takes them; what was left blank is not sent. */
export function actionBody(
  action: CaseAction,
  answers: Record<string, string>,
  parseYuan: (typed: string) => number | undefined,
): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of action.fields) {
    const answer = answers[field.name]?.trim() ?? '';
    if (answer === '') continue;
    if (field.kind === 'number') body[field.name] = Number(answer.normalize('NFKC'));
    else if (field.kind === 'yuan') body[field.name] = parseYuan(answer);
    else if (field.kind === 'flag') body[field.name] = answer === 'yes';
    else if (field.kind === 'tri') body[field.name] = answer === 'unknown' ? null : answer === 'yes';
    else body[field.name] = answer;
  }
  return body;
}

/** Names of the questions that still need an answer. */
export function unanswered(
  action: CaseAction,
  answers: Record<string, string>,
  parseYuan: (typed: string) => number | undefined,
): string[] {
  return action.fields
    .filter((field) => {
      const answer = answers[field.name]?.trim() ?? '';
      if (answer === '') return Boolean(field.required);
      if (field.kind === 'number') return !/^[1-9]\d{0,4}$/.test(answer.normalize('NFKC'));
      return field.kind === 'yuan' && parseYuan(answer) === undefined;
    })
    .map((field) => field.name);
}
