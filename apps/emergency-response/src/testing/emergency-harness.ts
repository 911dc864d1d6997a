import type { InternalCase, Posts } from '@huiying/contracts';
import type { TestUnit } from '@huiying/platform/testing';
import { openService, ServiceUnderTest } from '@huiying/service/testing';
import { EmergencyResponseModule } from '../emergency-response.module.js';
import { AlertLeadingGroupWorker } from '../responses/alert-leading-group.worker.js';
import { EMERGENCY_RESPONSE_SCHEMA } from '../schema.js';

/** A developer with its leading group and a construction company without one; logins are person ids. */
const DIRECTORY: TestUnit[] = [
  { id: 'JT', orgType: 'group', staff: { boss: ['group-executive'] } },
  { id: 'FH01', parent: 'JT', orgType: 'developer', staff: { zong: ['general-manager', 'emergency-leading-group'] } },
  { id: 'FH01-SL', parent: 'FH01', staff: { desk: ['intake-desk'], shou: ['emergency-office'] } },
  { id: 'FH01-CW', parent: 'FH01', staff: { qian: ['finance', 'emergency-leading-group'] } },
  { id: 'FH01-GC', parent: 'FH01', staff: { gong: ['engineering'], zhou: ['engineering'] } },
  { id: 'FH01-SC', parent: 'FH01', staff: { mei: ['marketing'] } },
  { id: 'FH01-KF', parent: 'FH01', staff: { li: ['customer-service'], wang: ['customer-service'] } },
  { id: 'JZ01', parent: 'JT', orgType: 'construction-company', staff: { jzong: ['general-manager'] } },
  { id: 'JZ01-GC', parent: 'JZ01', staff: { jgong: ['construction-engineering'], jdesk: ['intake-desk'] } },
];

const POSTS: Readonly<Record<string, Pick<Posts, 'emergencyLead' | 'emergencyOffice'>>> = {
  developer: { emergencyLead: ['emergency-leading-group'], emergencyOffice: ['emergency-office'] },
  'construction-company': { emergencyLead: ['general-manager'], emergencyOffice: ['construction-engineering'] },
};

export const TEAM = {
  siteLead: 'zhou',
  members: [{ person: 'gong', duty: '排险' }],
  monitorLead: 'engineering',
  spokesperson: 'marketing',
  plan: '封闭现场，逐户排查',
  departments: ['finance', 'engineering'],
};
export const RELEASE = {
  nothingNew: false,
  content: '二号楼外墙脱落，现场已封闭',
  channels: ['website'],
  approvedBy: 'zong',
};

/** Emergency-response as it runs; the test plays intake, the tasklist and the engine. */
export class Emergencies extends ServiceUnderTest {
  static async open(start?: string): Promise<Emergencies> {
    return new Emergencies(
      await openService({
        schema: EMERGENCY_RESPONSE_SCHEMA,
        module: EmergencyResponseModule.forRoot(),
        directory: DIRECTORY,
        organisation: { id: 'FH01', orgType: 'developer' },
        ...(start ? { start } : {}),
      }),
    );
  }

  /** A new case that intake knows. */
  async fresh(facts: Partial<InternalCase> = {}): Promise<string> {
    this.clock.set('2026-03-02T10:00:00+08:00');
    this.subjectNo = `TS-FH01-20260302-${String(++this.made).padStart(4, '0')}`;
    const orgType = facts.orgType ?? 'developer';
    const orgId = facts.orgId ?? 'FH01';
    this.caseIs(this.subjectNo, {
      orgId,
      orgType,
      severity: 'major',
      dangerToPersons: true,
      disturbsOperation: false,
      harmsStanding: null,
      projectType: 'residential',
      respondentUnitId: null,
      respondentGroup: ['engineering'],
      ownerGroup: 'intake-desk',
      posts: POSTS[orgType] as Posts,
      ...facts,
    });
    this.neighbours.registrations.set(this.subjectNo, {
      caseNo: this.subjectNo,
      subject: '外墙脱落',
      description: '二号楼外墙砖掉落，险些砸到人',
      demand: null,
      project: '石榴湾',
      building: '2幢',
      explanation: null,
      seriousReport: null,
      appeal: null,
      authorityReply: null,
    });
    await this.query(
      `INSERT INTO access.case_facts (case_no, org_id, received_by, class, contact_released, open)
       VALUES ($1, $2, $2, 'internal', false, true) ON CONFLICT DO NOTHING`,
      [this.subjectNo, orgId],
    );
    return this.subjectNo;
  }

  alert(variables: Record<string, unknown> = {}) {
    return this.job(AlertLeadingGroupWorker, 'emergency-response.alert-leading-group', {
      because: 'decision',
      dangerToPersons: true,
      ...variables,
    });
  }

  /** A case whose response runs and has its team. */
  async withTeam(facts: Partial<InternalCase> = {}, team: object = {}): Promise<string> {
    const caseNo = await this.fresh(facts);
    await this.alert();
    await this.complete('emergency-response--form-team', { ...TEAM, ...team }, { actorId: 'shou' });
    return caseNo;
  }
}
