import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, answerText, DecidedForm, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { Directory, RelationWriter } from '@huiying/platform';
import { PostTable } from '@huiying/service';
import { NotesService } from '../actions/notes.service.js';
import { aboutCase } from '../case/about-case.js';
import { CaseBook } from '../case/case-book.js';
import { PersonalData } from '../case/personal-data.js';
import { RELATIONS } from '../case/relation-sources.js';
import { surname } from '../notices/words.js';

/** 首问移交接收 (R12.1): the owner changes with the acceptance, not before. */
@FormOwner('eligibility-check--accept-transfer')
export class AcceptTransferForm extends DecidedForm {
  constructor(
    private readonly book: CaseBook,
    private readonly personal: PersonalData,
    private readonly posts: PostTable,
    private readonly directory: Directory,
    private readonly relations: RelationWriter,
    private readonly notes: NotesService,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const row = await this.book.read(subjectNo);
    const { explanation } = this.personal.masked(row);
    return { firstContact: surname(row.ownerName) ?? '', firstExplanation: explanation ?? '' };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('opinion');
    const row = await this.book.read(subjectNo);
    return { ownerGroup: this.takerGroup(row.orgType) };
  }

  async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    const { manager } = context;
    const row = await this.book.lock(manager, outcome.subjectNo);
    // Told late, after the case left for a procedure of its own: nothing comes back to the file that was emptied for it (R05.1).
    if (row.target === 'other-procedure') return;
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
      text: answerText(outcome.data['opinion']),
    });
    await this.tell(outcome, context, {
      type: 'case.owner-changed',
      ...aboutCase(row),
      data: { fromGroup, toGroup, ownerId: outcome.completedBy },
    });
  }

  private takerGroup(orgType: string): string {
    return this.posts.of(orgType).firstContact[0] ?? 'intake-desk';
  }
}
