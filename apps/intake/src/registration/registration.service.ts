import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { FiledComplaint, InternalRegistrationForm } from '@huiying/contracts';
import { Clock, Config, Directory, Problem, TrackingCodes, type Organisation } from '@huiying/platform';
import { PostTable } from '@huiying/service';
import { dayOf, toLocalIso } from '@huiying/working-time';
import { CaseBook } from '../case/case-book.js';
import { nextCaseNo } from './case-number.js';
import { CaseOpener } from './case-opener.js';
import { KnownProjects } from './known-projects.js';
import type { NewCase } from './new-case.js';
import { Receivers, type Receiver } from './receiver.js';
import { isPromised, refuseFiling } from './registration.decider.js';
import type { Registration } from './registration.js';
import { refuseExtra } from './registration-form.decider.js';
import { RegistrationForms } from './registration-forms.js';
import { RepeatedRequests, type RequestKey } from './repeated-requests.js';
import { ReplyDates } from './reply-dates.js';
import { Respondents } from './respondents.js';
import { Suggestions } from './suggestions.js';

/** Registers complaints of every channel: number, code, file and start of the process in one transaction (R03.1, R04.3). */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly codes: TrackingCodes,
    private readonly book: CaseBook,
    private readonly opener: CaseOpener,
    private readonly posts: PostTable,
    private readonly projects: KnownProjects,
    private readonly receivers: Receivers,
    private readonly repeated: RepeatedRequests,
    private readonly dates: ReplyDates,
    private readonly respondents: Respondents,
    private readonly suggestions: Suggestions,
    private readonly forms: RegistrationForms,
  ) {}

  /** @throws Problem `not-registrable` (422) with every field that keeps it from being registered */
  async register(registration: Registration, repeat?: RequestKey): Promise<FiledComplaint> {
    const organisation = await this.organisationOf(registration);
    const fresh = await this.prepare(registration, organisation);
    return this.database.transaction(async (manager) => {
      const first = repeat && (await this.repeated.take(manager, repeat));
      if (first) return first;
      const filed = await this.file(manager, fresh);
      if (repeat) await this.repeated.keep(manager, repeat, filed);
      return filed;
    });
  }

  private async file(manager: EntityManager, fresh: NewCase): Promise<FiledComplaint> {
    const { organisation, receivedAt, receivedOn } = fresh;
    await this.refuseMaster(manager, fresh);
    const caseNo = await nextCaseNo(manager, organisation.id, receivedOn);
    if (fresh.sealed) await this.opener.openSealed(manager, caseNo, fresh);
    else await this.opener.open(manager, caseNo, fresh);
    return {
      caseNo,
      trackingCode: await this.codes.issue(manager, caseNo),
      receivedAt: toLocalIso(receivedAt),
      replyBy: toLocalIso(fresh.replyBy),
    };
  }

  private async organisationOf({ filing, caller }: Registration): Promise<Organisation> {
    const id = filing.organisationId ?? (caller ? caller.orgId : undefined) ?? this.config.defaultOrganisation;
    const organisation = id ? await this.directory.organisation(id) : (await this.directory.organisations())[0];
    if (!organisation) throw refused([{ field: 'organisationId', code: 'unknown-organisation' }]);
    return organisation;
  }

  private async prepare(registration: Registration, organisation: Organisation): Promise<NewCase> {
    const { filing, caller } = registration;
    const { orgType } = organisation;
    const receivedAt = this.clock.now();
    const receivedOn = dayOf(receivedAt);
    const text = [filing.subject, filing.description].filter(Boolean).join('\n');
    const suggestion = this.suggestions.suggest(text, orgType, filing);
    const namedKind = filing.kind ?? (filing.topic ? suggestion.kind : null);
    const form = await this.formFor(registration, organisation);
    const errors = refuseFiling(filing, { orgType, receivedOn, kind: namedKind });
    errors.push(...refuseExtra(form.fields, filing.extra ?? {}, filing.channel));
    if (errors.length > 0) throw refused(errors);
    const posts = this.posts.of(orgType);
    const receiver: Receiver = caller
      ? await this.receivers.staff(caller, organisation.id, posts)
      : await this.receivers.desk(organisation.id, posts);
    const employee = filing.complainantIsEmployee === true || filing.channel === 'internal';
    const promised = [namedKind, suggestion.kind].some(isPromised);
    return {
      filing,
      organisation,
      receivedAt,
      receivedOn,
      receiver,
      employee,
      suggestion,
      replyBy: this.dates.replyBy(orgType, receivedAt),
      acceptBy: this.dates.acceptBy(orgType, receivedAt),
      promisedOn:
        filing.promisedOn ?? (promised && filing.via === 'portal' ? this.dates.promisedOn(orgType, receivedAt) : null),
      project: await this.projects.facts(filing.place?.project, filing.place?.building),
      respondent: await this.respondents.find(organisation.id, filing.respondent?.unit, filing.respondent?.person),
      form,
      sealed: saysEmployeeReport(filing.kind, employee, suggestion.topic),
      reportForm: filing.reportForm ?? (filing.channel === 'internal' ? 'oral' : 'written'),
    };
  }

  /** The organisation's own fields, for whoever registers at a keyboard (R13.10). @throws Problem `no-registration-form` (403) */
  private async formFor({ caller }: Registration, { id, orgType }: Organisation): Promise<InternalRegistrationForm> {
    if (!caller) return { version: 1, fields: [] };
    if (!this.forms.mayUse(caller, orgType)) throw new Problem('no-registration-form', 'forbidden');
    return this.forms.of(id);
  }

  private async refuseMaster(manager: EntityManager, { filing, organisation }: NewCase): Promise<void> {
    if (filing.masterNo === undefined) return;
    const master = await this.book.find(filing.masterNo, manager);
    if (!master || master.orgId !== organisation.id) throw refused([{ field: 'masterNo', code: 'unknown-case' }]);
    if (master.masterNo) throw refused([{ field: 'masterNo', code: 'master-is-child' }]);
  }
}

/** R05.1: named as a report, or words about a colleague from somebody who is employed; the desk's own kind goes before the words. */
function saysEmployeeReport(kind: string | undefined, employee: boolean, topic: string | null): boolean {
  if (kind !== undefined) return kind === 'employee-report';
  return employee && topic === 'colleague';
}

const refused = (errors: { field: string; code: string; params?: Record<string, string | number> }[]): Problem =>
  new Problem('not-registrable', 'rejected', { errors });
