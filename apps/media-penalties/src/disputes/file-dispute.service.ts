import { Injectable } from '@nestjs/common';
import type { DisputeInput, DisputeStores, DisputeView } from '@huiying/contracts';
import { Clock, Directory, type FieldError, Problem, type StaffSubject } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { OpenStores } from '../stores/open-stores.js';
import { ownStores } from '../stores/own-stores.js';
import { DisputeListService } from './dispute-list.service.js';
import { OpeningDisputes } from './opening.js';
import './disputes.problems.js';

/** 登记分店间投诉 by hand (R11.12): a store manager for the own store, the region office for a store of its region. */
@Injectable()
export class FileDisputeService {
  constructor(
    private readonly database: DataSource,
    private readonly opening: OpeningDisputes,
    private readonly list: DisputeListService,
    private readonly openStores: OpenStores,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem dispute-refused (422) naming the fields */
  async file(input: DisputeInput, caller: StaffSubject): Promise<DisputeView> {
    const { complainingStoreId, respondentStoreId, description } = input;
    const errors = await this.faults(input, caller);
    const company = await this.directory.organisation(complainingStoreId);
    if (errors.length > 0 || !company) throw new Problem('dispute-refused', 'rejected', { errors });
    const dispute = await this.database.transaction((manager) =>
      this.opening.open(manager, {
        orgId: company.id,
        ...{ complainingStoreId, respondentStoreId, description: description.trim() },
        openedBy: caller.personId,
      }),
    );
    return this.list.read(dispute.disputeNo, caller);
  }

  /** Open stores of the companies that the caller works for; `own`: those that the caller may complain for. */
  async stores(caller: StaffSubject): Promise<DisputeStores> {
    const today = dayOf(this.clock.now());
    const items: DisputeStores['items'] = [];
    for (const companyId of new Set(caller.holdings.map(({ orgId }) => orgId))) {
      for (const storeId of await this.openStores.on(today, companyId)) {
        const unit = await this.directory.unit(storeId);
        items.push({ storeId, name: unit?.name ?? storeId, own: await this.speaksFor(storeId, caller) });
      }
    }
    return { items };
  }

  private async faults(
    { complainingStoreId, respondentStoreId }: DisputeInput,
    caller: StaffSubject,
  ): Promise<FieldError[]> {
    const errors: FieldError[] = [];
    const refuse = (field: string, code: string) => errors.push({ field, code });
    const [complaining, respondent] = await Promise.all(
      [complainingStoreId, respondentStoreId].map((id) => this.directory.unit(id)),
    );
    if (complaining?.kind !== 'store') refuse('complainingStoreId', 'store-unknown');
    else if (!(await this.speaksFor(complaining.id, caller))) refuse('complainingStoreId', 'not-your-store');
    if (respondent?.kind !== 'store') refuse('respondentStoreId', 'store-unknown');
    else if (respondent.id === complainingStoreId) refuse('respondentStoreId', 'same-store');
    else if (complaining && respondent.orgId !== complaining.orgId) {
      refuse('respondentStoreId', 'store-of-another-company');
    } else if (!(await this.openStores.on(dayOf(this.clock.now()), respondent.orgId)).includes(respondent.id)) {
      refuse('respondentStoreId', 'store-closed');
    }
    return errors;
  }

  private async speaksFor(storeId: string, caller: StaffSubject): Promise<boolean> {
    if (ownStores(caller).includes(storeId)) return true;
    const above = (await this.directory.unitsAbove(storeId)).map(({ id }) => id);
    return caller.holdings.some(({ role, unitId }) => role === 'region-office' && above.includes(unitId));
  }
}
