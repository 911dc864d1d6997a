import { type InternalCase, type TaskOutcome, UNIT_GROUPS } from '@huiying/contracts';
import { Answers, answerText, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { Directory, RelationWriter } from '@huiying/platform';
import { CaseFacts, Roles, Staff } from '@huiying/service';
import { DataSource } from 'typeorm';
import { ResponseForm } from '../responses/response-form.js';
import { TeamBook, type TeamMember } from './team-book.js';

/** 成立应急小组 (R08.8): who leads on site, who monitors, who speaks, and which departments help. No task without a holder. */
@FormOwner('emergency-response--form-team')
export class FormTeamForm extends ResponseForm {
  constructor(
    private readonly teams: TeamBook,
    private readonly facts: CaseFacts,
    private readonly roles: Roles,
    private readonly staff: Staff,
    private readonly directory: Directory,
    private readonly relations: RelationWriter,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { orgType, respondentGroup, posts } = await this.facts.now(subjectNo);
    // D08 names them for a developer; elsewhere the post that forms the team stands in.
    const office = posts['emergencyOffice']?.[0] ?? null;
    const [monitorLead, spokesperson] = orgType === 'developer' ? ['engineering', 'marketing'] : [office, office];
    return {
      ...(await this.screens.facts(subjectNo)),
      ...(await this.screens.alerted(this.database.manager, subjectNo)),
      monitorLead,
      spokesperson,
      departments: respondentGroup,
    };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('siteLead', 'members', 'monitorLead', 'spokesperson', 'plan', 'departments');
    const now = await this.facts.now(subjectNo);
    const siteLead = await this.person(answers, 'siteLead', answers.text('siteLead'), subjectNo);
    for (const [place, line] of answers.lines('members').entries()) {
      await this.person(answers, `members.${place}.person`, answerText(line['person']), subjectNo);
    }
    const monitorLead = this.roles.known(answers, 'monitorLead');
    const spokesperson = this.roles.known(answers, 'spokesperson');
    const departments = this.roles.allKnown(answers, 'departments');
    if (answers.errors.length > 0) return {};
    for (const [key, role] of [
      ['monitorLead', monitorLead],
      ['spokesperson', spokesperson],
      ...departments.map((department) => ['departments', department] as const),
    ] as const) {
      if (!(await this.isHeld(role, now))) answers.refuse(key, 'role-without-holder');
    }
    return { siteLead, monitorLead, spokesperson, departments };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const { manager } = context;
    const caseNo = outcome.subjectNo;
    const response = await this.responses.latest(manager, caseNo);
    if (!response) return;
    const answers = new Answers(outcome.data);
    const { siteLead, monitorLead, spokesperson, departments } = outcome.variables as {
      siteLead: string;
      monitorLead: string;
      spokesperson: string;
      departments: string[];
    };
    const members: TeamMember[] = [];
    for (const line of answers.lines('members')) {
      const personId = await this.staff.find(answerText(line['person']));
      if (personId) members.push({ personId, duty: answerText(line['duty']) });
    }
    await this.teams.form(manager, response, {
      siteLead,
      members,
      monitorLead,
      spokesperson,
      departments,
      plan: answers.text('plan'),
      formedBy: outcome.completedBy,
      formedAt: new Date(outcome.completedAt),
    });
    // The team reads the response whether or not a task lies with them (access.md: "read: its team").
    for (const personId of new Set([siteLead, ...members.map((member) => member.personId)]))
      await this.relations.grant(manager, { caseNo, rel: 'hnd', personId, source: `emergency:${caseNo}` });
  }

  private async person(answers: Answers, field: string, named: string, caseNo: string): Promise<string | undefined> {
    if (named === '') {
      if (field !== 'siteLead') answers.refuse(field, 'required');
      return undefined;
    }
    const id = await this.staff.find(named);
    if (!id) answers.refuse(field, 'unknown-person');
    else if (await this.staff.isConflicted(caseNo, id)) answers.refuse(field, 'person-conflicted');
    return id;
  }

  private async isHeld(role: string, { orgId, respondentUnitId }: InternalCase): Promise<boolean> {
    // Heads of a unit of the case: the tasklist finds them, or the next unit up.
    if (UNIT_GROUPS.some((group) => group === role)) return true;
    const where = { orgId, ...(respondentUnitId ? { unitId: respondentUnitId } : {}) };
    const { fallback, holders } = await this.directory.lookUpRole(role, where);
    return fallback === undefined && holders.length > 0;
  }
}
