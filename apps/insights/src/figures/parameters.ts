import { Injectable } from '@nestjs/common';
import type { CauseArea } from '@huiying/contracts';
import { Problem } from '@huiying/platform';
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

const PARAMETERS = 'report-plan-parameters';

@Injectable()
export class Parameters {
  constructor(private readonly models: PublishedModels) {}

  /** Of the version in force. @throws Problem `models-missing` before the first deployment */
  now(): ReportParameters {
    const decisions = this.models.decisions();
    // During the first deployment some decisions are in force before others.
    if (!decisions.decisionIds.includes(PARAMETERS)) throw new Problem('models-missing', 'unavailable');
    return decisions.evaluate(PARAMETERS, {}).output as unknown as ReportParameters;
  }
}
