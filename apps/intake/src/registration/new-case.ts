import type { InternalRegistrationForm, ProjectFacts } from '@huiying/contracts';
import type { Organisation } from '@huiying/platform';
import { answerOf } from '../case/figures.js';
import type { PersonalTexts } from '../case/personal-data.js';
import { placeFacts } from '../case/place-facts.js';
import type { Receiver } from './receiver.js';
import type { Registration } from './registration.js';
import { extraOf } from './registration-form.decider.js';
import type { Respondent } from './respondents.js';
import type { Suggestion } from './suggestions.js';

/** Everything that is known of a complaint before it gets its number. */
export interface NewCase {
  filing: Registration['filing'];
  organisation: Organisation;
  receivedAt: Date;
  receivedOn: string;
  receiver: Receiver;
  employee: boolean;
  suggestion: Suggestion;
  replyBy: Date;
  acceptBy: Date | null;
  promisedOn: string | null;
  project: ProjectFacts | null;
  respondent: Respondent;
  /** The words or the desk say employee report: the content is sealed at once (R05.1). */
  sealed: boolean;
  /** The organisation's own fields as they were asked. */
  form: InternalRegistrationForm;
  reportForm: 'oral' | 'written';
}

/** Columns of the case that what was filed fills; what is personal is sealed apart. */
export function rowFacts({ filing, suggestion, employee, promisedOn, project, respondent, receivedAt }: NewCase) {
  return {
    kind: filing.kind ?? null,
    topic: filing.topic ?? null,
    suggestedKind: suggestion.kind,
    suggestedTopic: suggestion.topic,
    suggestedWords: suggestion.words,
    complainantIsEmployee: employee,
    readBackAt: filing.readBackConfirmed ? receivedAt : null,
    explained: filing.explained ?? null,
    promisedOn,
    ...placeFacts(filing.place, project),
    respondentUnit: filing.respondent?.unit?.trim() ?? null,
    respondentUnitId: respondent.unitId,
    respondentPersonId: respondent.personId,
    respondentType: filing.respondentType ?? null,
    amountFen: filing.amountFen ?? null,
    households: filing.households ?? 1,
    proceedings: filing.proceedings ?? false,
    keyCustomer: filing.keyCustomer ?? false,
    dangerToPersons: answerOf(filing.dangerToPersons),
    disturbsOperation: answerOf(filing.disturbsOperation),
    harmsStanding: answerOf(filing.harmsStanding),
    masterNo: filing.masterNo ?? null,
  };
}

/** What is said, with the answers to the organisation's own fields below it: a sealed report has no such fields. */
export function wholeText({ filing, form }: NewCase): string {
  const extra = extraOf(form.fields, filing.extra ?? {}).map(({ label, value }) => `${label}：${value}`);
  return [filing.description?.trim() ?? '', ...extra].filter(Boolean).join('\n');
}

export function textsOf(filing: Registration['filing']): PersonalTexts {
  const { contact, place, respondent } = filing;
  return {
    contactName: contact?.name?.trim(),
    contactPhone: contact?.phone?.trim(),
    contactEmail: contact?.email?.trim(),
    contactAddress: contact?.address?.trim(),
    room: place?.room?.trim(),
    subject: filing.subject?.trim(),
    description: filing.description?.trim(),
    demand: filing.demand?.trim(),
    explanation: filing.explanation?.trim(),
    respondentPerson: respondent?.person?.trim(),
  };
}
