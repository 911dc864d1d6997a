import { Injectable } from '@nestjs/common';
import { Clock } from '@huiying/platform';
import { PostTable } from '@huiying/service';
import { addDays } from '@huiying/working-time';
import { PublishedModels } from '@huiying/zeebe';
import type { EntityManager } from 'typeorm';
import { CaseMessages } from '../case/case-messages.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import type { Diversion } from './diversion.decider.js';

type MeasureType = NonNullable<Diversion['measure']>;

const PURPOSES: Readonly<Record<MeasureType, string>> = { 'repair-service': '维修服务', other: '通知处理' };

/** Measures without a handling: a repair order, or an invalid complaint for the department complained about (R13.3). */
@Injectable()
export class DiversionMeasures {
  constructor(
    private readonly messages: CaseMessages,
    private readonly posts: PostTable,
    private readonly models: PublishedModels,
    private readonly clock: Clock,
  ) {}

  /** Parameter `repairOrderDays` of decision `eligibility`; investigation hears the day with case.diverted. */
  dayFor({ receivedOn }: ComplaintCase): string {
    const { output } = this.models.decisions().evaluate('eligibility-parameters', {});
    return addDays(receivedOn, (output as { repairOrderDays: number }).repairOrderDays);
  }

  /** Starts its follow-up; answers its number. */
  async order(manager: EntityManager, row: ComplaintCase, type: MeasureType, plannedOn: string): Promise<string> {
    const measureNo = `${row.caseNo}-M1`;
    const measureGroup =
      type === 'repair-service' ? 'service-centre-engineering' : (row.respondentGroup[0] ?? 'respondent-unit');
    await manager.query(
      `INSERT INTO diversion_measure (measure_no, case_no, type, purpose, measure_group, planned_on, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [measureNo, row.caseNo, type, PURPOSES[type], measureGroup, plannedOn, this.clock.now()],
    );
    await this.messages.start(manager, 'start-measure-follow-up', measureNo, {
      ...this.messages.subjectOf(row),
      subjectNo: measureNo,
      ownerGroup: this.posts.of(row.orgType).intake[0] ?? row.ownerGroup,
      measureGroup,
      plannedOn,
      deadlineRule: row.orgType === 'property-company' ? 'R13.5' : 'R01.5',
    });
    return measureNo;
  }
}
