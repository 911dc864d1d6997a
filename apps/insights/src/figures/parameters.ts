import { Injectable } from '@nestjs/common';
import type { CauseArea } from '@huiying/contracts';
import { PublishedModels } from '@huiying/zeebe';

/** Figures that an operator edits: literal decision `report-plan-parameters`. */
export interface ReportParameters {
  /** R02.2: cases of one cause in a quarter. */
  recurringFrom: number;
  responsible: Record<CauseArea, string>;
  /** R06.5: cases of one subject in a week, and how many times those of the week before. */
  hotTopicFrom: number;
  hotTopicTimes: number;
  /** R12.7: 1–5. */
  surveyTarget: number;
  surveyMost: number;
  smallNumber: number;
}

@Injectable()
export class Parameters {
  constructor(private readonly models: PublishedModels) {}

  /** Of the version in force. @throws Problem `models-missing` before the first deployment */
  now(): ReportParameters {
    return this.models.decisions().evaluate('report-plan-parameters', {}).output as unknown as ReportParameters;
  }
}
