import type { InternalCase, OutputOf } from '@huiying/contracts';
import type { TestUnit } from '@huiying/platform/testing';
import { openService, ServiceUnderTest } from '@huiying/service/testing';
import type { BpmnError } from '@huiying/zeebe';
import { SendSurveyReportWorker } from '../reports/send-survey-report.worker.js';
import { WARRANTY_ROUTING_SCHEMA, WarrantyRoutingModule } from '../warranty-routing.module.js';

/** The property company of the examples with the developer and the builder of its project; logins are person ids. */
const DIRECTORY: TestUnit[] = [
  {
    id: 'WY01',
    parent: 'JT',
    orgType: 'property-company',
    staff: { fang: ['service-centre-head'], wu: ['service-centre'], gong: ['service-centre-engineering'] },
  },
  { id: 'JT', orgType: 'group', staff: { boss: ['group-executive'], tuan: ['group-customer-service'] } },
  { id: 'WY01-PZ', parent: 'WY01', staff: { pin: ['quality-centre'] } },
  { id: 'WY01-SL', parent: 'WY01', staff: { guan: ['property-steward'], zhu: ['intake-desk'] } },
  { id: 'PQ1', parent: 'JT', kind: 'region', staff: { pian: ['region-customer-service'] } },
  { id: 'PQ2', parent: 'JT', kind: 'region', staff: { lin: ['region-customer-service'] } },
  {
    id: 'FH01',
    parent: 'PQ1',
    orgType: 'developer',
    staff: { admin: ['administrator'], desk: ['intake-desk'], yan: ['engineering'] },
  },
  { id: 'FH01-KF', parent: 'FH01', staff: { li: ['customer-service', 'project-customer-service'] } },
  { id: 'JZ01', parent: 'JT', orgType: 'construction-company', staff: { jian: ['construction-engineering'] } },
  { id: 'JZ01-XM', parent: 'JZ01', staff: { xiang: ['site-project-dept'], wei: ['maintenance-crew'] } },
];

export const PROJECT = '石榴湾';
export const BUILDING = '2幢';

/** Warranty-routing with a quality case of a property company whose project is on file. */
export class WarrantyRouting extends ServiceUnderTest {
  static async open(start?: string): Promise<WarrantyRouting> {
    const kit = new WarrantyRouting(
      await openService({
        schema: WARRANTY_ROUTING_SCHEMA,
        module: WarrantyRoutingModule.forRoot(),
        directory: DIRECTORY,
        organisation: { id: 'WY01', orgType: 'property-company' },
        ...(start ? { start } : {}),
      }),
    );
    const project = `/api/projects/${encodeURIComponent(PROJECT)}`;
    await kit.as('admin', 'PUT', project, {
      projectType: 'residential',
      developer: 'FH01',
      propertyCompany: 'WY01',
      constructionCompany: 'JZ01',
    });
    await kit.as('admin', 'PUT', `${project}/buildings/${encodeURIComponent(BUILDING)}`, {
      phase: 'occupied',
      handoverOn: '2025-04-01',
      completionAcceptedOn: '2025-03-10',
    });
    return kit;
  }

  get caseNo(): string {
    return this.subjectNo;
  }

  /** A new accepted quality case, that the other services know. */
  fresh(facts: Partial<InternalCase> = {}): string {
    this.clock.set('2026-03-02T10:00:00+08:00');
    this.subjectNo = `TS-WY01-20260302-${String(++this.made).padStart(4, '0')}`;
    this.caseIs(this.caseNo, {
      kind: 'construction-quality',
      project: PROJECT,
      building: BUILDING,
      reportedOn: '2026-03-02',
      completionAcceptedOn: null,
      handoverOn: null,
      ...facts,
    });
    this.neighbours.registrations.set(this.caseNo, {
      caseNo: this.caseNo,
      subject: '卫生间渗水',
      description: '楼上卫生间漏到天花板',
      demand: '尽快修复',
      project: PROJECT,
      building: BUILDING,
      explanation: null,
      seriousReport: null,
      appeal: null,
      authorityReply: null,
    });
    return this.caseNo;
  }

  /** The report of the quality centre is written on a day and sent. */
  async report(at = '2026-03-02T16:00:00+08:00'): Promise<OutputOf<'warranty-routing.send-survey-report'> | BpmnError> {
    this.clock.set(at);
    const outcomeId = await this.complete('quality-escalation--write-survey-report', REPORT, { actorId: 'pin' });
    return this.job(SendSurveyReportWorker, 'warranty-routing.send-survey-report', { outcomeId });
  }
}

export const CONCLUSION = {
  bothStatements: '业主：漏水；物业：已修',
  findings: '防水层破损',
  basis: '保修约定',
  causeCode: 'workmanship',
  causeText: '防水层搭接不足',
  agreed: true,
  correctiveNeeded: false,
};
export const FIRST_SURVEY = {
  technicians: ['gong'],
  otherTechnicians: '王工',
  surveyedAt: '2026-03-02T10:00:00+08:00',
  findings: '地漏周边渗水',
  component: 'wet-room',
  liability: 'not-owner',
  extent: 'ordinary',
  canRepair: false,
  photos: ['a1', 'a2'],
};
export const SECOND_SURVEY = {
  surveyedAt: '2026-03-02T10:00:00+08:00',
  findings: '防水层失效',
  component: 'wet-room',
  extent: 'ordinary',
  canRepair: false,
};
export const REPORT = { details: '需重做防水', photos: ['a1'], unableReason: '需专业施工' };
