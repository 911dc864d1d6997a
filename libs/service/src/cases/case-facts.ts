import { Injectable } from '@nestjs/common';
import type { InternalAuthorities, InternalCase, InternalRegistration } from '@huiying/contracts';
import { ServiceClient } from '@huiying/platform';

const MEASURE_SUFFIX = /-(M|Y|G)\d+$/;

/** The case of a subject number: measures, requests and changes carry their case's number in front. */
export function caseNoOf(subjectNo: string): string {
  return subjectNo.replace(MEASURE_SUFFIX, '');
}

/** Codes and figures of a case as intake has them now (processes.md §0 "Figures of a case"). */
@Injectable()
export class CaseFacts {
  constructor(private readonly services: ServiceClient) {}

  /** @throws Problem kind `missing` where there is no such case, `unavailable` while intake cannot be reached */
  now(caseNo: string): Promise<InternalCase> {
    return this.services.get<InternalCase>('intake', `/internal/cases/${encodeURIComponent(caseNo)}`);
  }

  /** Outside authorities named on the case, units of the directory (R06.4). @throws as `now` */
  async authorities(caseNo: string): Promise<string[]> {
    const path = `/internal/cases/${encodeURIComponent(caseNo)}/authorities`;
    return (await this.services.get<InternalAuthorities>('intake', path)).unitIds;
  }

  /** What was complained about, names and numbers masked. @throws as `now` */
  registration(caseNo: string): Promise<InternalRegistration> {
    return this.services.get('intake', `/internal/cases/${encodeURIComponent(caseNo)}/registration`);
  }
}
