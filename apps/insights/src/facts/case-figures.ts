import { Injectable } from '@nestjs/common';
import type { InternalQualitySettlement } from '@huiying/contracts';
import { ifFound, ServiceClient } from '@huiying/platform';
import { CaseFacts, ProjectRegister } from '@huiying/service';
import type { CaseFact } from './case-facts-store.js';
import { WordsOfText } from './words-of-text.js';

/** What an event does not carry and its owner answers as it is now. A case that was moved to a sealed store answers nothing any more. */
@Injectable()
export class CaseFigures {
  constructor(
    private readonly cases: CaseFacts,
    private readonly projects: ProjectRegister,
    private readonly services: ServiceClient,
    private readonly words: WordsOfText,
  ) {}

  /** Codes and figures of intake, and who the project belongs to. */
  async now(caseNo: string): Promise<Partial<CaseFact>> {
    const found = await this.cases.find(caseNo);
    if (!found) return {};
    return {
      kind: found.kind,
      topic: found.topic,
      severity: found.severity,
      complexity: found.complexity,
      project_id: found.projectId,
      project: found.project,
      ...(await this.partiesOf(found.project, found.building)),
      respondent_type: found.respondentType,
      respondent_unit_id: found.respondentUnitId,
      households: found.households,
      key_customer: found.keyCustomer,
      anonymous: found.anonymous,
      has_address: found.hasAddress,
      master_no: found.masterNo,
    };
  }

  /** Organisations that the register names for a project; null where it has none. */
  async partiesOf(
    name: string | null,
    building: string | null,
  ): Promise<Pick<CaseFact, 'developer_id' | 'property_company_id'>> {
    const project = name ? await this.projects.find(name, building) : undefined;
    return { developer_id: project?.developer ?? null, property_company_id: project?.propertyCompany ?? null };
  }

  /** Words of the list that stand in the complaint. */
  async wordsOf(caseNo: string): Promise<string[]> {
    const registration = await ifFound(this.cases.registration(caseNo));
    return registration ? this.words.in(registration) : [];
  }

  /** 原因代码 (R03.11) of what closed the case: a decision, a reply, a store's or a sales settlement, or that of a repair. */
  async causeOf(caseNo: string): Promise<string | null> {
    const handling = await this.cases.handling(caseNo);
    if (handling?.causeCode) return handling.causeCode;
    const path = encodeURIComponent(caseNo);
    const repair = await ifFound(
      this.services.get<InternalQualitySettlement>('warranty-routing', `/internal/quality-settlements/${path}`),
    );
    return repair?.causeCode ?? null;
  }
}
