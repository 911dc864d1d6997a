import { Injectable } from '@nestjs/common';
import type { ReportId } from '@huiying/contracts';
import { PublishedModels } from '@huiying/zeebe';

/** A row of decision `report-plan`. */
export interface ReportPlan {
  compilerGroup: string;
  recipients: string[];
  copies: string[];
  after: 'none' | 'reviewed' | 'meeting' | 'act' | 'guide' | 'preventive';
  minutesGroup: string | null;
}

@Injectable()
export class ReportPlans {
  constructor(private readonly models: PublishedModels) {}

  /** As the process asked it when it began; a report that nobody plans any more goes to nobody. */
  of(reportId: ReportId, orgType: string): ReportPlan | null {
    const asked = { reportId, orgType, ownerGroup: null };
    return this.models.decisions().evaluate('report-plan', asked).output as unknown as ReportPlan | null;
  }
}
