import { Injectable } from '@nestjs/common';
import { type Facts, FactsLoader } from '@huiying/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { DisputeBook } from './dispute-book.js';

/** What access to one dispute is decided on: its region, and whose own side it is. Its case gives nothing: it was diverted. */
@Injectable()
export class DisputeFactsLoader extends FactsLoader {
  readonly kind = 'dispute' as const;

  constructor(
    private readonly database: DataSource,
    private readonly book: DisputeBook,
  ) {
    super();
  }

  async load(id: string, manager: EntityManager = this.database.manager): Promise<Facts | undefined> {
    const dispute = await this.book.find(manager, id);
    if (!dispute) return undefined;
    return { kind: 'dispute', id, unitId: dispute.regionId ?? dispute.orgId, partyUnitIds: dispute.parties };
  }
}
