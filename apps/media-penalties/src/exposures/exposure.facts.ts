import { Injectable } from '@nestjs/common';
import { type Facts, FactsLoader } from '@huiying/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { ExposureBook } from './exposure-book.js';

/** What access to one exposure is decided on; the exposed store is its party. */
@Injectable()
export class ExposureFactsLoader extends FactsLoader {
  readonly kind = 'exposure' as const;

  constructor(
    private readonly database: DataSource,
    private readonly book: ExposureBook,
  ) {
    super();
  }

  async load(id: string, manager: EntityManager = this.database.manager): Promise<Facts | undefined> {
    const exposure = await this.book.find(manager, id);
    if (!exposure) return undefined;
    const { unitId, storeId, caseNo } = exposure;
    return {
      kind: 'exposure',
      id,
      unitId,
      partyUnitIds: storeId ? [storeId] : [],
      ...(caseNo === null ? {} : { caseNo }),
    };
  }
}
