import { Injectable } from '@nestjs/common';
import { Outbox } from '@huiying/events';
import { Clock, Directory, Problem, Vault } from '@huiying/platform';
import { OwnNumbers, PostTable } from '@huiying/service';
import type { EntityManager } from 'typeorm';
import { StoreFinder } from '../stores/store-finder.js';
import { descriptionPlace, partiesOf } from './dispute.js';
import type { Dispute } from './dispute.entity.js';
import { DisputeBook } from './dispute-book.js';

/** A dispute to be opened; a store is null while nobody knows which. */
export interface NewDispute {
  orgId: string;
  caseNo?: string;
  complainingStoreId: string | null;
  respondentStoreId: string | null;
  description: string | null;
  openedBy: string;
}

/** Opens disputes: number JF-…, row, start of inter-store-dispute, in the caller's transaction (R11.12). */
@Injectable()
export class OpeningDisputes {
  constructor(
    private readonly book: DisputeBook,
    private readonly stores: StoreFinder,
    private readonly directory: Directory,
    private readonly numbers: OwnNumbers,
    private readonly posts: PostTable,
    private readonly outbox: Outbox,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async open(manager: EntityManager, given: NewDispute): Promise<Dispute> {
    const company = await this.directory.organisation(given.orgId);
    if (!company) throw new Problem('dispute-unknown', 'fault');
    const { complainingStoreId, respondentStoreId, description } = given;
    const disputeNo = await this.numbers.next(manager, 'JF', company.id);
    const place = complainingStoreId ?? respondentStoreId;
    const regionId = place === null ? await this.stores.regionOfOffice(company.id) : await this.stores.regionOf(place);
    const dispute: Dispute = {
      disputeNo,
      caseNo: given.caseNo ?? null,
      orgId: company.id,
      regionId,
      complainingStoreId,
      respondentStoreId,
      parties: partiesOf(complainingStoreId, respondentStoreId),
      descriptionEnc: description ? await this.vault.seal(manager, descriptionPlace(disputeNo), description) : null,
      state: 'negotiating',
      openedBy: given.openedBy,
      openedAt: this.clock.now(),
      ...{ dueOn: null, servedOn: null, receivedOn: null, ruledBy: null, poorlyHandledBy: null, endedAt: null },
    };
    await this.book.insert(manager, dispute);
    await this.outbox.message(manager, {
      name: 'start-inter-store-dispute',
      correlationKey: disputeNo,
      startsProcess: 'inter-store-dispute',
      variables: {
        subjectNo: disputeNo,
        orgId: company.id,
        orgType: company.orgType,
        posts: this.posts.of(company.orgType),
        complainingStoreId,
        respondentStoreId,
        // Both have the first task; with one unknown the region has it, and names the stores.
        parties: dispute.parties.length === 2 ? dispute.parties : regionId === null ? [] : [regionId],
        regionId: dispute.regionId,
        rulingGroup: 'region-head',
      },
    });
    return dispute;
  }
}
