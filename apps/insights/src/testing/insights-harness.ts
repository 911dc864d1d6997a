import { randomUUID } from 'node:crypto';
import type { EventPayload, EventType, InternalCase } from '@huiying/contracts';
import type { CloudEvent, EventContext } from '@huiying/events';
import type { TestUnit } from '@huiying/platform/testing';
import { openService, ServiceUnderTest } from '@huiying/service/testing';
import { CasesConsumer } from '../facts/cases.consumer.js';
import { InsightsModule } from '../insights.module.js';
import { INSIGHTS_SCHEMA } from '../schema.js';
import { HotTopicClock } from '../topics/hot-topic-clock.js';

/** A group with a region of two projects and another region, a property company; logins are person ids. */
const DIRECTORY: TestUnit[] = [
  { id: 'JT', orgType: 'group', staff: { boss: ['group-executive'], designer: ['process-designer'] } },
  { id: 'JT-SL', parent: 'JT', staff: { desk: ['intake-desk'] } },
  { id: 'JT-KF', parent: 'JT', staff: { gkf: ['group-customer-service', 'customer-service'] } },
  { id: 'JT-JC', parent: 'JT', staff: { jc: ['group-supervision-centre'] } },
  { id: 'JT-QG', parent: 'JT', staff: { qg: ['management-dept', 'management'] } },
  { id: 'PQ1', parent: 'JT', kind: 'region', staff: { chief: ['region-executive'] } },
  { id: 'PQ1-KF', parent: 'PQ1', staff: { pq: ['region-customer-service'] } },
  { id: 'PQ2', parent: 'JT', kind: 'region', staff: { other: ['region-executive'] } },
  { id: 'PQ2-KF', parent: 'PQ2', staff: { pq2: ['region-customer-service'] } },
  {
    id: 'FH01',
    parent: 'PQ1',
    orgType: 'developer',
    staff: { manager: ['general-manager', 'deputy-general-manager', 'management-representative'] },
  },
  { id: 'FH01-SL', parent: 'FH01', staff: { sl: ['intake-desk'] } },
  { id: 'FH01-KF', parent: 'FH01', staff: { li: ['customer-service'], xm: ['project-customer-service'] } },
  { id: 'FH01-XS', parent: 'FH01', staff: { lead: ['sales-lead'], seller: ['salesperson'], sm: ['sales-manager'] } },
  { id: 'FH01-GC', parent: 'FH01', staff: { eng: ['engineering-head', 'engineering'] } },
  { id: 'FH01-JC', parent: 'FH01', staff: { audit: ['supervision-office'] } },
  { id: 'FH02', parent: 'PQ1', orgType: 'developer', staff: { gm2: ['general-manager'] } },
  { id: 'FH02-KF', parent: 'FH02', staff: { xm2: ['project-customer-service', 'customer-service', 'intake-desk'] } },
  { id: 'FH03', parent: 'PQ2', orgType: 'developer', staff: { gm3: ['general-manager'] } },
  { id: 'FH03-KF', parent: 'FH03', staff: { xm3: ['project-customer-service', 'intake-desk'] } },
  { id: 'WY01', parent: 'JT', orgType: 'property-company', staff: { wgm: ['general-manager'] } },
  { id: 'WY01-JY', parent: 'WY01', staff: { jy: ['operations-head', 'property-steward', 'intake-desk'] } },
  { id: 'WY01-QG', parent: 'WY01', staff: { wqg: ['management-dept'] } },
];

/** A case as the tests tell of it. */
export interface TestCase {
  orgId?: string;
  orgType?: string;
  kind?: string | null;
  on?: string;
  project?: string | null;
  text?: string;
  facts?: Partial<InternalCase>;
}

/** Insights as it runs; the test plays intake, investigation, the tasklist and the engine. */
export class Insights extends ServiceUnderTest {
  static async open(start?: string): Promise<Insights> {
    const insights = new Insights(
      await openService({
        schema: INSIGHTS_SCHEMA,
        module: InsightsModule.forRoot(),
        directory: DIRECTORY,
        organisation: { id: 'FH01', orgType: 'developer' },
        ...(start ? { start } : {}),
      }),
    );
    insights.neighbours.others.set('/internal/report-notices', {});
    // A test looks for hot topics when it says so.
    await insights.get(HotTopicClock).onApplicationShutdown();
    return insights;
  }

  /** Forgets everything, for the next example. */
  async clear(): Promise<void> {
    await this.query(
      `TRUNCATE case_fact, limit_fact, task_fact, sealed_count, household_count, hot_topic, clock_run, report_reading, report_recipient, report,
         respondent, survey CASCADE`,
    );
  }

  /** An event of a type, heard by one of the consumer's methods. */
  async told<T extends EventType>(
    type: T,
    data: Omit<EventPayload<T>, 'at'> & { orgId: string; at?: string; caseNo?: string },
    handler: (event: CloudEvent<T>, context: EventContext) => Promise<void>,
    id: string = randomUUID(),
  ): Promise<void> {
    const at = data.at ?? this.clock.now().toISOString();
    const full = { actorId: 'system', at, ...data };
    const event = { id, type, time: at, subject: data.caseNo ?? '', data: full } as unknown as CloudEvent<T>;
    await this.inTransaction((manager) => handler(event, { manager } as EventContext));
  }

  /** A complaint that intake registered at noon of a day; answers its number. */
  async registered(given: TestCase = {}): Promise<string> {
    const {
      orgId = 'FH01',
      orgType = 'developer',
      kind = 'after-sales',
      on = '2026-03-02',
      project = '石榴湾',
    } = given;
    const caseNo = `TS-${orgId}-${on.replaceAll('-', '')}-${String(++this.made).padStart(4, '0')}`;
    const facts = { orgId, orgType, kind, project, projectId: project && 'p1', topic: null, hasAddress: false };
    this.caseIs(caseNo, { ...facts, respondentType: null, respondentUnitId: null, keyCustomer: false, ...given.facts });
    this.neighbours.registrations.set(caseNo, {
      caseNo,
      subject: null,
      description: given.text ?? '态度不好',
      demand: null,
      project,
      building: null,
      explanation: null,
      seriousReport: null,
      appeal: null,
      authorityReply: null,
    });
    const consumer = this.get(CasesConsumer);
    await this.told(
      'case.registered',
      {
        ...{ caseNo, orgId, kind, topic: null, channel: 'web', orgType: orgType as 'developer' },
        ...{ receivedAt: `${on}T12:00:00+08:00`, replyBy: `${on}T12:00:00+08:00`, households: 1 },
        ...{ anonymous: given.facts?.anonymous ?? false, keyCustomer: given.facts?.keyCustomer ?? false },
      },
      (event, context) => consumer.registered(event, context),
    );
    return caseNo;
  }

  /** Several of one sort. */
  async several(count: number, given: TestCase = {}): Promise<string[]> {
    const made: string[] = [];
    for (let n = 0; n < count; n++) made.push(await this.registered(given));
    return made;
  }

  /** Accepted; then answered and closed with a cause, if one is given. */
  async accepted(caseNo: string, orgId = 'FH01', kind = 'after-sales'): Promise<void> {
    const consumer = this.get(CasesConsumer);
    await this.told(
      'case.accepted',
      { caseNo, orgId, admission: 'accept', kind, ownerGroup: 'intake-desk' },
      (event, context) => consumer.accepted(event, context),
    );
  }

  async answered(caseNo: string, at: string, orgId = 'FH01'): Promise<void> {
    const consumer = this.get(CasesConsumer);
    await this.told(
      'outcome.notified',
      { caseNo, orgId, at, noticeId: 'n1', template: 'outcome', reviewUntil: '2026-04-30' },
      (event, context) => consumer.answered(event, context),
    );
  }

  async archived(
    caseNo: string,
    causeCode: string | null,
    more: { orgId?: string; kind?: string; valid?: boolean } = {},
  ): Promise<void> {
    const consumer = this.get(CasesConsumer);
    this.neighbours.handlings.set(caseNo, { caseNo, causeCode } as never);
    const { orgId = 'FH01', kind = 'after-sales', valid = true } = more;
    await this.told(
      'case.archived',
      { caseNo, orgId, kind, severity: 'general', justified: 'yes', valid, malicious: null, rounds: 1 },
      (event, context) => consumer.archived(event, context),
    );
  }
}
