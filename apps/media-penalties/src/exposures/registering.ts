import { Injectable } from '@nestjs/common';
import type { EventCause } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock, Directory, Problem, Vault } from '@huiying/platform';
import { OwnNumbers } from '@huiying/service';
import type { EntityManager } from 'typeorm';
import { summaryPlace, toldOf } from './exposure.js';
import type { Exposure } from './exposure.entity.js';
import { StoreFinder } from '../stores/store-finder.js';
import { ExposureBook } from './exposure-book.js';

/** What is known of an exposure when it is registered. */
export type Reported = Pick<Exposure, 'orgId' | 'medium' | 'outlet' | 'publishedOn' | 'registeredBy'> &
  Partial<Pick<Exposure, 'storeId' | 'caseNo' | 'mediaLevel' | 'byCustomer' | 'about'>> & {
    /** Unit of whoever registers it. */
    nearUnitId?: string;
    summary?: string | undefined;
  };

/** Registers an exposure: number BG-…, event (a linked case harms standing) and start of media-exposure, in one transaction (R11.4). */
@Injectable()
export class Registering {
  constructor(
    private readonly book: ExposureBook,
    private readonly numbers: OwnNumbers,
    private readonly directory: Directory,
    private readonly stores: StoreFinder,
    private readonly vault: Vault,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The one that stands where the same report of the same store or case was registered before; else the new one. */
  async register(
    manager: EntityManager,
    { summary, nearUnitId, ...reported }: Reported,
    cause: EventCause<'exposure.registered'>,
    causationId?: string,
  ): Promise<{ exposure: Exposure; isNew: boolean }> {
    const { orgId, storeId = null } = reported;
    const regionId =
      storeId === null ? await this.stores.regionOfOffice(orgId, nearUnitId) : await this.stores.regionOf(storeId);
    const draft: Omit<Exposure, 'exposureNo'> = {
      ...{ storeId: null, caseNo: null, mediaLevel: null, byCustomer: null, about: null },
      ...reported,
      // While no store is known it is the region's that checks it: whoever has the task reads it.
      unitId: storeId ?? regionId ?? orgId,
      summaryEnc: null,
      state: 'registered',
      registeredAt: this.clock.now(),
      toldCaseNo: reported.caseNo ?? null,
      ...{ clarifiedOutlet: null, clarifiedLevel: null, clarifiedOn: null, because: null, payees: [] },
    };
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('exposure:' || $1, 0))`, [draft.orgId]);
    const known = await this.book.same(manager, draft);
    if (known) return { exposure: known, isNew: false };
    const exposureNo = await this.numbers.next(manager, 'BG', draft.orgId);
    const exposure: Exposure = { ...draft, exposureNo };
    if (summary) exposure.summaryEnc = await this.vault.seal(manager, summaryPlace(exposure), summary);
    await this.book.insert(manager, exposure);
    await this.tell(manager, exposure, cause, causationId);
    await this.start(manager, exposure, regionId);
    return { exposure, isNew: true };
  }

  private async tell(
    manager: EntityManager,
    exposure: Exposure,
    cause: EventCause<'exposure.registered'>,
    causationId: string | undefined,
  ): Promise<void> {
    const { exposureNo, caseNo, orgId, registeredBy, byCustomer } = exposure;
    await this.outbox.event(manager, {
      type: 'exposure.registered',
      subject: exposureNo,
      ...(caseNo ? { caseNo } : {}),
      orgId,
      actorId: registeredBy,
      cause,
      ...(causationId ? { causationId } : {}),
      data: { ...toldOf(exposure), byCustomer },
    });
  }

  private async start(
    manager: EntityManager,
    { exposureNo, orgId, storeId }: Exposure,
    regionId: string | null,
  ): Promise<void> {
    const company = await this.directory.organisation(orgId);
    if (!company) throw new Problem('exposure-brokerage-only', 'rejected');
    await this.outbox.message(manager, {
      name: 'start-media-exposure',
      correlationKey: exposureNo,
      startsProcess: 'media-exposure',
      variables: { subjectNo: exposureNo, orgId, orgType: company.orgType, storeId, regionId },
    });
  }
}
