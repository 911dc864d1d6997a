import { Controller } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import { dayOf } from '@huiying/working-time';
import { CaseFactsStore } from './case-facts-store.js';
import { CaseFigures } from './case-figures.js';

const GROUP = { group: 'insights.cases', replayable: true } as const;
/** A sealed procedure: nothing of the complaint is kept but that it came. */
const SEALED = 'other-procedure';
/** Answered without a case: thanked (R13.2) or refused; passed on as invalid (R13.3). */
const INVALID = 'pass';

/** Facts of a case from its events (R06.1, R06.5, R13.2, R13.8). */
@Controller()
export class CasesConsumer {
  constructor(
    private readonly facts: CaseFactsStore,
    private readonly figures: CaseFigures,
  ) {}

  @OnEvent('case.registered', GROUP)
  async registered({ data }: CloudEvent<'case.registered'>, { manager }: EventContext): Promise<void> {
    const { caseNo, orgId } = data;
    const now = await this.figures.now(caseNo);
    await this.facts.set(manager, caseNo, orgId, {
      kind: data.kind,
      topic: data.topic,
      project_id: data.projectId ?? null,
      respondent_type: data.respondentType ?? null,
      households: data.households,
      anonymous: data.anonymous,
      key_customer: data.keyCustomer,
      master_no: data.masterNo ?? null,
      ...now,
      org_type: data.orgType,
      channel: data.channel,
      received_at: data.receivedAt,
      received_on: dayOf(new Date(data.receivedAt)),
      reply_by: data.replyBy,
      words: await this.figures.wordsOf(caseNo),
    });
  }

  @OnEvent('case.accepted', GROUP)
  async accepted({ data }: CloudEvent<'case.accepted'>, { manager }: EventContext): Promise<void> {
    const now = await this.figures.now(data.caseNo);
    await this.facts.set(manager, data.caseNo, data.orgId, {
      ...now,
      kind: data.kind,
      admission: data.admission,
      accepted_at: data.at,
      valid: true,
    });
  }

  @OnEvent('case.diverted', GROUP)
  async diverted({ data }: CloudEvent<'case.diverted'>, { manager }: EventContext): Promise<void> {
    const sealed = data.target === SEALED;
    await this.facts.set(manager, data.caseNo, data.orgId, {
      kind: data.kind,
      admission: data.admission,
      target: data.target ?? null,
      valid: data.admission === INVALID ? false : null,
      ...(sealed ? FORGOTTEN : {}),
    });
  }

  @OnEvent(['case.changed', 'case.linked'], GROUP)
  async changed(event: CloudEvent<'case.changed' | 'case.linked'>, { manager }: EventContext): Promise<void> {
    const { caseNo, orgId } = event.data;
    if (!caseNo) return;
    await this.facts.set(manager, caseNo, orgId, await this.figures.now(caseNo));
  }

  @OnEvent('case.severity-changed', GROUP)
  async severity({ data }: CloudEvent<'case.severity-changed'>, { manager }: EventContext): Promise<void> {
    await this.facts.set(manager, data.caseNo, data.orgId, { severity: data.to, complexity: data.complexity });
  }

  @OnEvent('case.routed', GROUP)
  async routed({ data }: CloudEvent<'case.routed'>, { manager }: EventContext): Promise<void> {
    const { handlingProcess: handling_process, handlerGroup: handler_group } = data;
    await this.facts.set(manager, data.caseNo, data.orgId, { handling_process, handler_group });
  }

  @OnEvent('outcome.notified', GROUP)
  async answered({ data }: CloudEvent<'outcome.notified'>, { manager }: EventContext): Promise<void> {
    if (data.caseNo) await this.facts.set(manager, data.caseNo, data.orgId, { answered_at: data.at });
  }

  @OnEvent('rating.received', GROUP)
  async rated({ data }: CloudEvent<'rating.received'>, { manager }: EventContext): Promise<void> {
    await this.facts.set(manager, data.caseNo, data.orgId, { score: data.score, satisfied: data.satisfied });
  }

  @OnEvent('case.archived', GROUP)
  async archived({ data }: CloudEvent<'case.archived'>, { manager }: EventContext): Promise<void> {
    await this.facts.set(manager, data.caseNo, data.orgId, {
      kind: data.kind,
      severity: data.severity,
      justified: data.justified,
      valid: data.valid,
      malicious: data.malicious,
      rounds: data.rounds,
      archived_at: data.at,
      cause_code: await this.figures.causeOf(data.caseNo),
    });
  }

  @OnEvent('case.reopened', GROUP)
  async reopened({ data }: CloudEvent<'case.reopened'>, { manager }: EventContext): Promise<void> {
    await this.facts.set(manager, data.caseNo, data.orgId, { archived_at: null });
  }

  @OnEvent('case.withdrawn', GROUP)
  async withdrawn({ data }: CloudEvent<'case.withdrawn'>, { manager }: EventContext): Promise<void> {
    await this.facts.set(manager, data.caseNo, data.orgId, { withdrawn_at: data.at });
  }
}

const FORGOTTEN = {
  sealed: true,
  topic: null,
  project_id: null,
  project: null,
  developer_id: null,
  property_company_id: null,
  respondent_type: null,
  respondent_unit_id: null,
  cause_code: null,
  words: [] as string[],
};
