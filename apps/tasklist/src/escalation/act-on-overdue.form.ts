import type { TaskOutcome } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { type CheckedForm, type FormAnswers, FormOwner, type FormSubject, type OwnedForm } from '@huiying/forms';
import { Clock, defineProblems } from '@huiying/platform';
import { dayOf, isDay } from '@huiying/working-time';
import { DataSource, type EntityManager } from 'typeorm';
import { Escalations } from './escalations.js';
import { OverdueMatter } from './overdue-matter.js';

defineProblems({
  'escalation-unknown': { zh: '没有这项超期督办', en: 'There is no such escalation' },
  'expected-in-past': { zh: '预计完成日不能早于今天', en: 'The expected day must not be in the past' },
});

const FORM = 'overdue-escalation--act-on-overdue';

/** 超期督办 (R03.8, R09.2): cause of the delay, opinion, expected day, whether it was without a just reason. */
@FormOwner(FORM)
export class ActOnOverdueForm implements OwnedForm {
  constructor(
    private readonly database: DataSource,
    private readonly outbox: Outbox,
    private readonly escalations: Escalations,
    private readonly matter: OverdueMatter,
    private readonly clock: Clock,
  ) {}

  async start({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const escalation = await this.escalations.find(this.database.manager, subjectNo);
    return escalation ? { overdue: await this.matter.text(this.database.manager, escalation) } : {};
  }

  check(answers: FormAnswers): Promise<CheckedForm> {
    const { unjustified, expectedOn } = answers;
    const errors = [
      ...(isBoolean(unjustified) ? [] : [{ field: 'unjustified', code: 'required' }]),
      ...expectedFaults(expectedOn, dayOf(this.clock.now())),
    ];
    return Promise.resolve(errors.length > 0 ? { errors } : { variables: { unjustified: isTrue(unjustified) } });
  }

  async completed(outcome: TaskOutcome, context: { manager: EntityManager; causationId: string }): Promise<void> {
    const { manager, causationId } = context;
    const escalation = await this.escalations.find(manager, outcome.subjectNo);
    if (!escalation) return;
    await this.escalations.ended(manager, escalation.key, this.clock.now());
    const { caseNo, orgId, overdueNo, limitId, level } = escalation;
    await this.outbox.event(manager, {
      type: 'overdue.handled',
      subject: overdueNo,
      ...(caseNo !== null && { caseNo }),
      orgId,
      actorId: outcome.completedBy,
      causationId,
      cause: { form: FORM },
      data: {
        subjectNo: overdueNo,
        limitId,
        level,
        unjustified: isTrue(outcome.data['unjustified']),
        expectedOn: String(outcome.data['expectedOn']),
      },
    });
  }
}

function expectedFaults(value: unknown, today: string): { field: string; code: string }[] {
  if (typeof value !== 'string') return [{ field: 'expectedOn', code: 'required' }];
  if (!isDay(value)) return [{ field: 'expectedOn', code: 'not-a-day' }];
  return value < today ? [{ field: 'expectedOn', code: 'expected-in-past' }] : [];
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean' || value === 'true' || value === 'false';
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}
