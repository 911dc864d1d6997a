import { Injectable } from '@nestjs/common';
import { type Facts, FactsLoader } from '@huiying/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { Penalty } from './penalty.entity.js';
import { PenaltyBook } from './penalty-book.js';

/** What access to one penalty is decided on: the place of its store, and whose own side it is. */
@Injectable()
export class PenaltyFactsLoader extends FactsLoader {
  readonly kind = 'penalty' as const;

  constructor(
    private readonly database: DataSource,
    private readonly book: PenaltyBook,
  ) {
    super();
  }

  async load(id: string, manager: EntityManager = this.database.manager): Promise<Facts | undefined> {
    const penalty = await this.book.find(manager, id);
    return penalty ? penaltyFacts(penalty) : undefined;
  }
}

export function penaltyFacts({ penaltyNo, storeId, parties, caseNo }: Penalty): Facts {
  return {
    kind: 'penalty',
    id: penaltyNo,
    unitId: storeId,
    partyUnitIds: parties,
    ...(caseNo === null ? {} : { caseNo }),
  };
}
