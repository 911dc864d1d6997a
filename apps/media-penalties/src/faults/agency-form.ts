import { Inject, Injectable } from '@nestjs/common';
import type { InternalCase, NamedValue } from '@huiying/contracts';
import { type Answers, type FormRecord, type FormSubject, RecordedForm } from '@huiying/forms';
import { Directory } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import { DataSource } from 'typeorm';
import { Consequences } from '../penalties/consequences.js';
import { StoreFinder } from '../stores/store-finder.js';
import type { AgencyCase } from './agency-case.entity.js';
import { AgencyCases } from './agency-cases.js';
import { AgencyHandling } from './agency-handling.js';
import { orderText } from './case-text.js';
import './faults.problems.js';

/** What a form about a complaint at a brokerage opens with and goes by. */
export interface AgencyView {
  now: InternalCase;
  known: AgencyCase | null;
  storeId: string | null;
  consultantId: string | null;
  /** Store `store` of the form, and those to choose from. */
  chosen: { stores: NamedValue[]; store?: string };
  order: string;
}

/** A form of agency-complaint: subjectNo is the case's number. */
@Injectable()
export abstract class AgencyForm extends RecordedForm {
  @Inject(CaseFacts) protected readonly facts: CaseFacts;
  @Inject(StoreFinder) protected readonly stores: StoreFinder;
  @Inject(AgencyCases) protected readonly cases: AgencyCases;
  @Inject(DataSource) protected readonly database: DataSource;
  @Inject(Consequences) protected readonly consequences: Consequences;
  @Inject(Directory) protected readonly directory: Directory;
  @Inject(AgencyHandling) protected readonly handlings: AgencyHandling;

  protected async view({ subjectNo }: FormSubject): Promise<AgencyView> {
    const [now, registration] = await Promise.all([this.facts.now(subjectNo), this.facts.registration(subjectNo)]);
    const known = await this.cases.find(this.database.manager, subjectNo);
    const named = await this.stores.respondentOf(now);
    const storeId = known?.storeId ?? named.storeId;
    const consultantId = known?.consultantId ?? named.consultantId;
    const person = consultantId ? await this.directory.person(consultantId) : undefined;
    const store = await this.stores.nameOf(storeId);
    const order = orderText(now, registration, { store, consultant: person?.name ?? '' });
    const chosen = { stores: await this.stores.offered(now.orgId), ...(storeId ? { store: storeId } : {}) };
    return { now, known, storeId, consultantId, chosen, order };
  }

  /** The store that field `store` names; refused where the company has none of that name. */
  protected async storeNamed(answers: Answers, orgId: string): Promise<string | null> {
    const named = answers.text('store');
    if (named === '') return null;
    const storeId = await this.stores.find(orgId, named);
    if (storeId === null) answers.refuse('store', 'store-unknown');
    return storeId;
  }

  protected latest(caseNo: string, ...formIds: string[]): Promise<FormRecord | undefined> {
    return this.records.latest(this.database.manager, caseNo, ...formIds);
  }
}
