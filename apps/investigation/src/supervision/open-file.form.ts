import { MISCONDUCTS, RESPONDENT_TYPES, type TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { Directory, RelationWriter } from '@huiying/platform';
import { CaseFacts, Roles, Staff } from '@huiying/service';
import type { Supervision } from './supervision.entity.js';
import { SupervisionForm } from './supervision-form.js';

/** Its eight numbers, as the event says them. */
const numberOf = (misconduct: string): number => Number(misconduct.slice(1));

/** Source of the relation that keeps whoever the file is about from being named its investigator. */
const RECUSED = 'supervision:respondent';

/** 稽查登记 (R09.2): one of the eight misconducts is taken up, a ninth is not. */
@FormOwner('supervision--open-file')
export class OpenFileForm extends SupervisionForm {
  constructor(
    private readonly roles: Roles,
    private readonly staff: Staff,
    private readonly facts: CaseFacts,
    private readonly directory: Directory,
    private readonly relations: RelationWriter,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { caseNo, origin, orgId } = await this.files.get(this.database.manager, subjectNo);
    const stores = await this.stores(orgId);
    return {
      origin: await this.screens.origin(subjectNo),
      stores: stores.map(({ id, name }) => ({ value: id, label: name })),
      ...(caseNo === null ? {} : { linkedCaseNo: caseNo }),
      ...(origin === 'delay' ? { misconduct: 'M1' } : {}),
    };
  }

  protected async decide(answers: Answers, { subjectNo, actorId }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('takenUp');
    const { manager } = this.database;
    const file = await this.files.get(manager, subjectNo);
    const nobody = { respondentType: null, respondents: [], storeId: null, consultantId: null, anonymous: true };
    if (answers.flag('takenUp') !== true) {
      answers.require('dismissal');
      if (answers.errors.length === 0) await this.files.change(manager, subjectNo, { takenUp: false });
      return { supervisionNo: file.supervisionNo, takenUp: false, ...nobody };
    }
    answers.require('respondentType', 'misconduct', 'facts');
    const misconduct = MISCONDUCTS.find((code) => code === answers.text('misconduct')) ?? null;
    if (misconduct === null && answers.text('misconduct') !== '') answers.refuse('misconduct', 'not-a-misconduct');
    const respondent = await this.respondent(answers, file);
    if (respondent.personId === actorId) answers.refuse('respondentPerson', 'person-conflicted');
    const caseNo = await this.linkedCase(answers, file);
    if (answers.errors.length > 0) return {};
    await this.database.transaction(async (transaction) => {
      await this.files.change(transaction, subjectNo, { takenUp: true, misconduct, caseNo, ...respondent });
      await this.relations.revoke(transaction, { caseNo: subjectNo, source: RECUSED });
      if (respondent.personId === null) return;
      const about = { caseNo: subjectNo, rel: 'conflicted', personId: respondent.personId, source: RECUSED } as const;
      await this.relations.grant(transaction, about);
    });
    const linked = caseNo === null ? undefined : await this.facts.now(caseNo);
    return {
      supervisionNo: file.supervisionNo,
      takenUp: true,
      respondentType: respondent.respondentType,
      respondents: [respondent.personId, respondent.storeId].filter((id): id is string => id !== null),
      storeId: respondent.storeId,
      consultantId: respondent.respondentType === 'consultant' ? respondent.personId : null,
      anonymous: linked?.anonymous ?? true,
    };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const { orgId, origin, supervisionNo, takenUp, misconduct } = await this.files.get(
      context.manager,
      outcome.subjectNo,
    );
    if (takenUp !== true) return;
    await this.tellSealed(outcome, context, {
      type: 'supervision.opened',
      orgId,
      data: { supervisionNo, origin, ...(misconduct ? { misconduct: numberOf(misconduct) } : {}) },
    });
  }

  /** Department, store or person, by what the type asks for. */
  private async respondent(answers: Answers, { orgId }: Supervision) {
    const respondentType = answers.code('respondentType', RESPONDENT_TYPES);
    const ofStore = respondentType === 'store' || respondentType === 'consultant';
    const ofPerson = respondentType === 'person' || respondentType === 'consultant';
    if (respondentType !== null) answers.require(ofStore ? 'respondentStore' : 'respondentGroup');
    if (ofPerson) answers.require('respondentPerson');
    const respondentGroup = ofStore ? null : this.roles.known(answers, 'respondentGroup') || null;
    const storeId = ofStore ? await this.store(answers, orgId) : null;
    const named = ofPerson ? answers.text('respondentPerson') : '';
    const personId = named === '' ? null : ((await this.staff.find(named)) ?? null);
    if (named !== '' && personId === null) answers.refuse('respondentPerson', 'unknown-person');
    return { respondentType, respondentGroup, storeId, personId };
  }

  private async store(answers: Answers, orgId: string): Promise<string | null> {
    const named = answers.text('respondentStore');
    if (named === '') return null;
    const found = (await this.stores(orgId)).find(({ id }) => id === named);
    if (!found) answers.refuse('respondentStore', 'unknown-store');
    return found?.id ?? null;
  }

  private async stores(orgId: string): Promise<{ id: string; name: string }[]> {
    return (await this.directory.unitsOf(orgId)).filter(({ kind }) => kind === 'store');
  }

  /** Left blank it stays the case that led to the file. */
  private async linkedCase(answers: Answers, file: Supervision): Promise<string | null> {
    const caseNo = answers.text('linkedCaseNo');
    if (caseNo === '') return file.caseNo;
    const found = await this.facts.find(caseNo);
    if (!found) answers.refuse('linkedCaseNo', 'unknown-case');
    return found?.caseNo ?? null;
  }
}
