import type { EntityManager } from 'typeorm';
import type { TaskOutcome } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { FormOwner, type CheckedForm, type FormAnswers, type FormSubject, type OwnedForm } from '@huiying/forms';
import { Directory, RelationWriter } from '@huiying/platform';
import { PostTable } from '@huiying/service';
import { CaseBook } from '../case/case-book.js';
import { PersonalData } from '../case/personal-data.js';
import { NotesService } from '../actions/notes.service.js';
import { Outcomes } from '../forms/outcomes.js';
import { surname } from '../notices/words.js';
import { RELATIONS } from '../registration/case-opener.js';

const opinionOf = ({ data }: TaskOutcome): string => (typeof data['opinion'] === 'string' ? data['opinion'] : '');

/** 首问移交接收 (R12.1): the owner changes with the acceptance, not before. */
@FormOwner('eligibility-check--accept-transfer')
export class AcceptTransferForm implements OwnedForm {
  constructor(
    private readonly book: CaseBook,
    private readonly personal: PersonalData,
    private readonly posts: PostTable,
    private readonly directory: Directory,
    private readonly relations: RelationWriter,
    private readonly notes: NotesService,
    private readonly outcomes: Outcomes,
    private readonly outbox: Outbox,
  ) {}

  async start({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const row = await this.book.read(subjectNo);
    const { explanation } = this.personal.masked(row);
    return { firstContact: surname(row.ownerName) ?? '', firstExplanation: explanation ?? '' };
  }

  async check(answers: FormAnswers, { subjectNo }: FormSubject): Promise<CheckedForm> {
    if (typeof answers['opinion'] !== 'string' || answers['opinion'].trim() === '') {
      return { errors: [{ field: 'opinion', code: 'required' }] };
    }
    const row = await this.book.read(subjectNo);
    return { variables: { ownerGroup: this.takerGroup(row.orgType) } };
  }

  async completed(outcome: TaskOutcome, { manager }: { manager: EntityManager }): Promise<void> {
    if (!(await this.outcomes.take(manager, outcome.id))) return;
    const row = await this.book.lock(manager, outcome.subjectNo);
    const { caseNo, ownerGroup: fromGroup } = row;
    const toGroup = this.takerGroup(row.orgType);
    const person = await this.directory.person(outcome.completedBy);
    const { unitId } = await this.directory.lookUpRole(toGroup, { orgId: row.orgId });
    await this.book.change(manager, row, {
      ownerId: outcome.completedBy,
      ownerName: person?.name ?? null,
      ownerGroup: toGroup,
      ownerUnitId: unitId,
    });
    // Who received it keeps reading it, as one who held a part in it.
    if (row.registeredBy) {
      await this.relations.grant(manager, { caseNo, rel: 'hnd', source: RELATIONS.owner, personId: row.registeredBy });
    }
    await this.relations.revoke(manager, { caseNo, source: RELATIONS.owner, rel: 'own' });
    await this.relations.grant(manager, { caseNo, rel: 'own', source: RELATIONS.owner, personId: outcome.completedBy });
    await this.notes.keep(manager, row, {
      authorId: outcome.completedBy,
      authorName: person?.name ?? '',
      purpose: 'transfer',
      text: opinionOf(outcome),
    });
    await this.outbox.event(manager, {
      type: 'case.owner-changed',
      subject: caseNo,
      caseNo,
      orgId: row.orgId,
      actorId: outcome.completedBy,
      cause: { form: 'eligibility-check--accept-transfer' },
      data: { fromGroup, toGroup, ownerId: outcome.completedBy },
    });
  }

  private takerGroup(orgType: string): string {
    return this.posts.of(orgType).firstContact[0] ?? 'intake-desk';
  }
}
