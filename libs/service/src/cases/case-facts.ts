import { Injectable } from '@nestjs/common';
import type {
  InternalAuthorities,
  InternalCase,
  InternalHandling,
  InternalRegistration,
  InternalRound,
} from '@huiying/contracts';
import { ifFound, ServiceClient } from '@huiying/platform';

const MEASURE_SUFFIX = /-(M|Y|G)\d+$/;

/** The case of a subject number: measures, requests and changes carry their case's number in front. */
export function caseNoOf(subjectNo: string): string {
  return subjectNo.replace(MEASURE_SUFFIX, '');
}

/** What intake and investigation say of a case as it is now (processes.md §0 "Figures of a case"). */
@Injectable()
export class CaseFacts {
  constructor(private readonly services: ServiceClient) {}

  /** Codes and figures. @throws Problem kind `missing` where there is no such case, `unavailable` while its service cannot be reached */
  now(caseNo: string): Promise<InternalCase> {
    return this.services.get<InternalCase>('intake', `/internal/cases/${encodeURIComponent(caseNo)}`);
  }

  /** As `now`; undefined for a number that is no case. */
  find(caseNo: string): Promise<InternalCase | undefined> {
    return ifFound(this.now(caseNo));
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

  /**
   * Round of handling that the case is in, 0 before the first dispatch, from investigation, which counts them: events of a dispatch may be
   * on their way. @throws Problem `unavailable` as `now`
   */
  async round(caseNo: string): Promise<number> {
    const path = `/internal/handlings/${encodeURIComponent(caseNo)}/round`;
    return (await this.services.get<InternalRound>('investigation', path)).round;
  }

  /** What was found out, decided and measured; undefined before anything was. @throws Problem `unavailable` as `now` */
  handling(caseNo: string): Promise<InternalHandling | undefined> {
    return ifFound(
      this.services.get<InternalHandling>('investigation', `/internal/handlings/${encodeURIComponent(caseNo)}`),
    );
  }
}
