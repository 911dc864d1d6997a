import { Injectable } from '@nestjs/common';
import type { InternalCase } from '@huiying/contracts';
import { FormRecords } from '@huiying/forms';
import { DataSource } from 'typeorm';
import { Warranties, type WarrantyPlace } from './warranties.js';

const ENTERED = 'construction-warranty--enter-acceptance';

/** Where a case's defect is and since when it is under warranty: the register goes before what was entered for the case, that before the registration. */
@Injectable()
export class CaseWarranty {
  constructor(
    private readonly warranties: Warranties,
    private readonly records: FormRecords,
    private readonly database: DataSource,
  ) {}

  async place({ caseNo, project, building, completionAcceptedOn }: InternalCase): Promise<WarrantyPlace> {
    const entered = (await this.records.latest(this.database.manager, caseNo, ENTERED))?.answers[
      'completionAcceptedOn'
    ];
    return {
      project,
      building,
      completionAcceptedOn: typeof entered === 'string' ? entered.slice(0, 10) : completionAcceptedOn,
    };
  }

  async acceptedOn(now: InternalCase): Promise<string | null> {
    return this.warranties.acceptedOn(await this.place(now));
  }
}
