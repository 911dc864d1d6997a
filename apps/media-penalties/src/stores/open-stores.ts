import { Injectable } from '@nestjs/common';
import { Directory } from '@huiying/platform';
import type { Day } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { isOpen, StoreRegister } from './store-register.js';

/** The stores of a company that did business on a day: whom a media fine is paid to (R11.5, R11.6), who is ranked (R11.9). */
@Injectable()
export class OpenStores {
  constructor(
    private readonly database: DataSource,
    private readonly directory: Directory,
    private readonly register: StoreRegister,
  ) {}

  /** Unit ids, by id. `companyId` may be the id of any unit of the company. */
  async on(day: Day, companyId: string): Promise<string[]> {
    const company = await this.directory.organisation(companyId);
    if (!company) return [];
    const units = await this.directory.unitsOf(company.id);
    const stores = units.filter(({ kind }) => kind === 'store').map(({ id }) => id);
    const days = await this.register.days(this.database.manager, stores);
    return stores.filter((id) => isOpen(days.get(id), day));
  }
}
