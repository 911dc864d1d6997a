import type { InternalCase, OutputOf } from '@huiying/contracts';
import { openService, ServiceUnderTest } from '@huiying/service/testing';
import type { TestUnit } from '@huiying/platform/testing';
import type { BpmnError } from '@huiying/zeebe';
import { DispatchCaseWorker } from '../dispatch/dispatch-case.worker.js';
import { InvestigationModule, INVESTIGATION_MIGRATIONS } from '../investigation.module.js';
import { INVESTIGATION } from '../schema.js';

/** A group over a developer with its departments; logins are person ids. */
const DIRECTORY: TestUnit[] = [
  { id: 'JT', orgType: 'group', staff: { boss: ['group-executive'], region: ['region-executive'] } },
  {
    id: 'FH01',
    parent: 'JT',
    orgType: 'developer',
    staff: { manager: ['general-manager', 'leader-in-charge'], head: ['project-head'] },
  },
  { id: 'FH01-SL', parent: 'FH01', staff: { desk: ['intake-desk', 'review-office'] } },
  { id: 'FH01-KF', parent: 'FH01', staff: { li: ['customer-service'], wang: ['customer-service'] } },
  { id: 'FH01-GC', parent: 'FH01', staff: { gong: ['engineering'] } },
  { id: 'FH01-SC', parent: 'FH01', staff: { mei: ['marketing'] } },
  { id: 'ZJJ', kind: 'authority', staff: { officer: [] } },
];

/** Investigation with a case that it handles. */
export class Investigation extends ServiceUnderTest {
  static async open(start?: string): Promise<Investigation> {
    return new Investigation(
      await openService({
        schema: { name: INVESTIGATION, migrations: INVESTIGATION_MIGRATIONS },
        module: InvestigationModule.forRoot(),
        directory: DIRECTORY,
        organisation: { id: 'FH01', orgType: 'developer' },
        ...(start ? { start } : {}),
      }),
    );
  }

  /** The case that forms and jobs are about. */
  get caseNo(): string {
    return this.subjectNo;
  }

  /** A new accepted case, that the other services know. */
  fresh(facts: Partial<InternalCase> = {}): string {
    this.subjectNo = `TS-FH01-20260302-${String(++this.made).padStart(4, '0')}`;
    this.facts(facts);
    this.neighbours.registrations.set(this.caseNo, {
      caseNo: this.caseNo,
      subject: '厨房渗水',
      description: '天花板渗水三天',
      demand: '尽快修复',
      project: '石榴湾',
      building: '2幢',
      explanation: null,
      seriousReport: null,
      appeal: null,
      authorityReply: null,
    });
    return this.caseNo;
  }

  /** The figures of the case as intake has them from now on. */
  facts(facts: Partial<InternalCase>): void {
    this.neighbours.cases.delete(this.caseNo);
    this.caseIs(this.caseNo, { ...ACCEPTED, ...facts });
  }

  /** The case is handed to its department. */
  async dispatch(
    variables: Record<string, unknown> = {},
  ): Promise<OutputOf<'investigation.dispatch-case'> | BpmnError> {
    return this.job(DispatchCaseWorker, 'investigation.dispatch-case', {
      handlingProcess: 'department-handling',
      handlerGroup: 'customer-service',
      ...variables,
    });
  }

  /** A fresh case on the day of the examples, dispatched. */
  async dispatched(): Promise<void> {
    this.clock.set('2026-03-02T10:00:00+08:00');
    this.fresh();
    await this.dispatch();
  }

  /** Who stands in a relation to the case, by person or unit. */
  async relations(rel: string): Promise<string[]> {
    const rows = await this.query<{ who: string }>(
      `SELECT coalesce(person_id, unit_id) AS who FROM access.case_relation WHERE case_no = $1 AND rel = $2 ORDER BY 1`,
      [this.caseNo, rel],
    );
    return rows.map(({ who }) => who);
  }
}

const ACCEPTED: Partial<InternalCase> = {
  orgId: 'FH01',
  orgType: 'developer',
  channel: 'web',
  state: 'dispatched',
  receivedAt: '2026-03-02T10:00:00+08:00',
  receivedOn: '2026-03-02',
  kind: 'after-sales',
  admission: 'accept',
  severity: 'general',
  complexity: 'simple',
  ownerGroup: 'intake-desk',
  anonymous: false,
  respondentUnitId: 'FH01-GC',
  respondentGroup: ['customer-service'],
  handlerGroup: 'customer-service',
  households: 1,
  amountYuan: null,
  dangerToPersons: false,
};
