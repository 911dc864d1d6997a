import { RELEASE_CHANNELS } from '@huiying/contracts';
import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { Directory, type Person } from '@huiying/platform';
import { CaseFacts, Staff } from '@huiying/service';
import { DataSource } from 'typeorm';
import { ResponseForm } from '../responses/response-form.js';

/** 信息发布 (R08.8): content and channels, reviewed by a member of the leading group who did not write it. */
@FormOwner('emergency-response--draft-release')
export class DraftReleaseForm extends ResponseForm {
  constructor(
    private readonly facts: CaseFacts,
    private readonly staff: Staff,
    private readonly directory: Directory,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override async prefill({ subjectNo, actorId }: FormSubject): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    return {
      ...(await this.screens.course(manager, subjectNo)),
      ...(await this.screens.published(manager, subjectNo)),
      leaders: (await this.leaders(subjectNo))
        .filter(({ id }) => id !== actorId)
        .map(({ id, name }) => ({ value: id, label: name })),
      nothingNew: false,
    };
  }

  protected async decide(answers: Answers, { subjectNo, actorId }: FormSubject): Promise<Record<string, unknown>> {
    const { round } = await this.responses.running(this.database.manager, subjectNo);
    if (answers.flag('nothingNew') === true) {
      if (round === 1) answers.refuse('nothingNew', 'release-required');
      return {};
    }
    answers.require('content', 'channels', 'approvedBy');
    if (answers.codes('channels').some((channel) => !RELEASE_CHANNELS.some((known) => known === channel)))
      answers.refuse('channels', 'unknown-code');
    if (answers.text('approvedBy') !== '') await this.reviewer(answers, subjectNo, actorId);
    return {};
  }

  private async reviewer(answers: Answers, caseNo: string, actorId: string): Promise<void> {
    const person = await this.staff.find(answers.text('approvedBy'));
    if (!person) return answers.refuse('approvedBy', 'unknown-person');
    if (person === actorId) return answers.refuse('approvedBy', 'same-person');
    if (!(await this.leaders(caseNo)).some(({ id }) => id === person)) answers.refuse('approvedBy', 'not-a-leader');
  }

  private async leaders(caseNo: string): Promise<Person[]> {
    const { orgId, posts } = await this.facts.now(caseNo);
    const leaders = new Map<string, Person>();
    for (const role of posts['emergencyLead'] ?? []) {
      const own = await this.directory.holdersIn(role, orgId);
      const held = own.length > 0 ? own : (await this.directory.lookUpRole(role, { orgId })).holders;
      for (const person of held) leaders.set(person.id, person);
    }
    return [...leaders.values()];
  }
}
