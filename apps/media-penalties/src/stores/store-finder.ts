import { Injectable } from '@nestjs/common';
import type { InternalCase, NamedValue } from '@huiying/contracts';
import { Directory } from '@huiying/platform';
import type { Day } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { StoreRegister } from './store-register.js';

/** Whom a complaint at a brokerage is about, as far as it is known. */
export interface StoreRespondent {
  storeId: string | null;
  /** Person id of the consultant complained about. */
  consultantId: string | null;
}

/** What an office can serve, besides a store. */
const PLACES: readonly string[] = ['region', 'organisation'];
const OFFICE = 'region-office';

/** Finds stores and their regions: by name, by the respondents of a case, by a consultant on a day. */
@Injectable()
export class StoreFinder {
  constructor(
    private readonly database: DataSource,
    private readonly directory: Directory,
    private readonly register: StoreRegister,
  ) {}

  /** Store and consultant that a case names: a consultant's store is that of the day of receipt. */
  async respondentOf(found: InternalCase): Promise<StoreRespondent> {
    const { respondentUnitId, respondentPersonId: consultantId, receivedOn } = found;
    const unit = respondentUnitId ? await this.directory.unit(respondentUnitId) : undefined;
    if (unit?.kind === 'store') return { storeId: unit.id, consultantId };
    const storeId = consultantId ? await this.storeOfConsultant(consultantId, receivedOn) : null;
    return { storeId, consultantId };
  }

  /** Where a consultant was on a day: by the register, else where the directory has them. */
  async storeOfConsultant(personId: string, day: Day): Promise<string | null> {
    const times = await this.register.timesOf(this.database.manager, personId);
    const then = times.find(({ from, until }) => from <= day && (until === null || day <= until));
    if (then) return then.storeId;
    const person = await this.directory.person(personId);
    const unit = person && (await this.directory.unit(person.unitId));
    return unit?.kind === 'store' ? unit.id : null;
  }

  /** The one store of a company that a text means: its id, its name, or a part of the name that no other store has. */
  async find(companyId: string, text: string): Promise<string | null> {
    const wanted = text.trim();
    if (wanted === '') return null;
    const stores = await this.storesOf(companyId);
    const exact = stores.find(({ id, name }) => id === wanted || name === wanted);
    const like = stores.filter(({ name }) => name.includes(wanted));
    return exact?.id ?? (like.length === 1 ? (like[0]?.id ?? null) : null);
  }

  /** The stores of a company, for a form to choose from. `companyId` may be the id of any unit of the company. */
  async offered(companyId: string): Promise<NamedValue[]> {
    return (await this.storesOf(companyId)).map(({ id, name }) => ({ value: id, label: name }));
  }

  private async storesOf(companyId: string): Promise<{ id: string; name: string }[]> {
    const company = await this.directory.organisation(companyId);
    const units = company ? await this.directory.unitsOf(company.id) : [];
    return units.filter(({ kind }) => kind === 'store');
  }

  /** Region of a store; its company where it belongs to none. */
  async regionOf(storeId: string): Promise<string | null> {
    const above = await this.directory.unitsAbove(storeId);
    const region = above.find(({ kind }) => kind === 'region') ?? above.find(({ kind }) => kind === 'organisation');
    return region?.id ?? null;
  }

  /**
   * Region of the office that finds out which store it is (R11.4, R11.12), so that it is theirs who have the task: the nearest to whoever
   * asks, else the first of the company; null: nobody holds the role.
   */
  async regionOfOffice(orgId: string, nearUnitId?: string): Promise<string | null> {
    const near = nearUnitId && (await this.directory.lookUpRole(OFFICE, { orgId, unitId: nearUnitId }));
    const office = near && !near.fallback ? near : await this.directory.lookUpRole(OFFICE, { orgId });
    if (office.fallback) return null;
    const itself = await this.directory.unit(office.unitId);
    return itself && PLACES.includes(itself.kind) ? itself.id : this.regionOf(office.unitId);
  }

  /** Name of a unit, or its id where the directory does not know it (any more). */
  async nameOf(unitId: string | null): Promise<string> {
    if (unitId === null) return '';
    return (await this.directory.unit(unitId))?.name ?? unitId;
  }

  /** The store that a person belongs to or manages; null where it is none. */
  async storeOfPerson(personId: string): Promise<string | null> {
    const person = await this.directory.person(personId);
    const unit = person && (await this.directory.unit(person.unitId));
    return unit?.kind === 'store' ? unit.id : null;
  }
}
