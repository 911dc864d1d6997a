import { Injectable } from '@nestjs/common';
import { OnEvent, type CloudEvent, type EventContext } from '@huiying/events';
import { CaseProgressService } from './case-progress.service.js';
import { taskState } from './progress.decider.js';

const GROUP = { group: 'intake.case-progress' };

/** What other services tell of a case, in the order in which each of them told it (processes.md §2). */
@Injectable()
export class CaseProgressConsumer {
  constructor(private readonly progress: CaseProgressService) {}

  @OnEvent('case.routed', GROUP)
  routed(event: CloudEvent<'case.routed'>, { manager }: EventContext): Promise<void> {
    return this.progress.routed(manager, event);
  }

  @OnEvent('case.dispatched', GROUP)
  dispatched(event: CloudEvent<'case.dispatched'>, { manager }: EventContext): Promise<void> {
    return this.progress.dispatched(manager, event);
  }

  @OnEvent('investigation.opened', GROUP)
  investigating(event: CloudEvent<'investigation.opened'>, { manager }: EventContext): Promise<void> {
    return this.progress.investigated(manager, event);
  }

  @OnEvent('investigation.reported', GROUP)
  reported(event: CloudEvent<'investigation.reported'>, { manager }: EventContext): Promise<void> {
    return this.progress.noted(manager, event, { justified: event.data.justified });
  }

  @OnEvent('survey.done', GROUP)
  surveyed(event: CloudEvent<'survey.done'>, { manager }: EventContext): Promise<void> {
    return this.progress.surveyed(manager, event);
  }

  @OnEvent('decision.issued', GROUP)
  decided(event: CloudEvent<'decision.issued'>, { manager }: EventContext): Promise<void> {
    return this.progress.decided(manager, event);
  }

  @OnEvent('measure.closed', GROUP)
  measureClosed(event: CloudEvent<'measure.closed'>, { manager }: EventContext): Promise<void> {
    return this.progress.measureClosed(manager, event);
  }

  @OnEvent('review.decided', GROUP)
  reviewed(event: CloudEvent<'review.decided'>, { manager }: EventContext): Promise<void> {
    return this.progress.moved(manager, event, 'before-review');
  }

  @OnEvent('task.created', { ...GROUP, wants: ({ data }) => taskState(data) !== undefined })
  task(event: CloudEvent<'task.created'>, { manager }: EventContext): Promise<void> {
    return this.progress.taskCreated(manager, event);
  }

  @OnEvent('case.level-raised', GROUP)
  level(event: CloudEvent<'case.level-raised'>, { manager }: EventContext): Promise<void> {
    // The sales ladder keeps its level in the job that climbs.
    if (event.data.process === 'sales-complaint') return Promise.resolve();
    return this.progress.noted(manager, event, { level: event.data.to });
  }

  @OnEvent('case.escalated-to-region', GROUP)
  escalated(event: CloudEvent<'case.escalated-to-region'>, { manager }: EventContext): Promise<void> {
    return this.progress.noted(manager, event, { escalated: event.data.escalated });
  }

  @OnEvent('fault.judged', GROUP)
  fault(event: CloudEvent<'fault.judged'>, { manager }: EventContext): Promise<void> {
    return this.progress.noted(manager, event, { malicious: event.data.malicious });
  }

  @OnEvent('feedback-date.changed', GROUP)
  feedbackDate(event: CloudEvent<'feedback-date.changed'>, { manager }: EventContext): Promise<void> {
    const { newDate, change } = event.data;
    const dateChangedAt = new Date(event.time);
    return this.progress.noted(manager, event, { promisedOn: newDate, dateChanges: change, dateChangedAt });
  }

  @OnEvent('exposure.registered', GROUP)
  exposed(event: CloudEvent<'exposure.registered'>, { manager }: EventContext): Promise<void> {
    return this.progress.exposed(manager, event);
  }

  @OnEvent(['deadline.started', 'deadline.resumed', 'deadline.extended', 'deadline.missed'], GROUP)
  limit(
    event: CloudEvent<'deadline.started' | 'deadline.resumed' | 'deadline.extended' | 'deadline.missed'>,
    { manager }: EventContext,
  ): Promise<void> {
    return this.progress.limitMoved(manager, event);
  }

  @OnEvent('deadline.paused', GROUP)
  paused(event: CloudEvent<'deadline.paused'>, { manager }: EventContext): Promise<void> {
    return this.progress.paused(manager, event);
  }
}
