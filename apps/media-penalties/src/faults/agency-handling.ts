import { Injectable } from '@nestjs/common';
import type { InternalHandling } from '@huiying/contracts';
import { FormRecords, NO_RECORD } from '@huiying/forms';
import { CaseFacts } from '@huiying/service';
import type { EntityManager } from 'typeorm';
import { reportText, settlementText } from './case-text.js';

export const STORE_SETTLES = 'agency-complaint--store-settles';
export const REGION_SETTLES = 'agency-complaint--region-settles';

/** What store, region and investigation said about a complaint. */
@Injectable()
export class AgencyHandling {
  constructor(
    private readonly records: FormRecords,
    private readonly facts: CaseFacts,
  ) {}

  /** 分店与区域处理 */
  async settlements(manager: EntityManager, caseNo: string): Promise<string> {
    const found = await Promise.all(
      [STORE_SETTLES, REGION_SETTLES].map((formId) => this.records.latest(manager, caseNo, formId)),
    );
    return found.flatMap((record) => (record ? [settlementText(record.answers)] : [])).join('\n\n') || NO_RECORD;
  }

  /** Report, mediation and measures, from investigation; undefined before anything was investigated. */
  investigated(caseNo: string): Promise<InternalHandling | undefined> {
    return this.facts.handling(caseNo);
  }

  /** Both, one below the other: what whoever judges its malice goes by. */
  async of(manager: EntityManager, caseNo: string): Promise<string> {
    const [settled, investigated] = await Promise.all([this.settlements(manager, caseNo), this.investigated(caseNo)]);
    return [settled, reportText(investigated)].join('\n');
  }
}
