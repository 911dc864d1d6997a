import { Injectable } from '@nestjs/common';
import type { ExposedStores, ExposureInput, RegisteredExposure } from '@huiying/contracts';
import { Clock, Directory, type FieldError, type Organisation, Problem, type StaffSubject } from '@huiying/platform';
import { CaseFacts, LimitDays } from '@huiying/service';
import { dayOf, isDay } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { Registering } from './registering.js';
import './exposure.problems.js';

type NamedStore = ExposedStores['items'][number];

/** Registration by hand, by the region or the desk (processes.md §3.4 media-exposure). */
@Injectable()
export class RegisterExposureService {
  constructor(
    private readonly database: DataSource,
    private readonly registering: Registering,
    private readonly directory: Directory,
    private readonly cases: CaseFacts,
    private readonly limits: LimitDays,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem exposure-brokerage-only (422), exposure-known (409), invalid-fields (422) with the field */
  async register(said: ExposureInput, caller: StaffSubject): Promise<RegisteredExposure> {
    const input = await this.withStore(said, caller);
    const known = input.storeId !== undefined && (await this.directory.unit(input.storeId)) !== undefined;
    const company = await this.directory.organisation(known ? (input.storeId ?? '') : caller.orgId);
    if (company?.orgType !== 'brokerage') throw new Problem('exposure-brokerage-only', 'rejected');
    const errors = await this.refusals(input, company, caller);
    if (errors.length > 0) throw new Problem('invalid-fields', 'rejected', { errors });
    const { storeId = null, caseNo = null, mediaLevel = null, byCustomer = null, about = null, summary } = input;
    const { medium, outlet, publishedOn } = input;
    return this.database.transaction(async (manager) => {
      const { exposure, isNew } = await this.registering.register(
        manager,
        {
          ...{ medium, outlet: outlet.trim(), publishedOn, storeId, caseNo, mediaLevel, byCustomer, about, summary },
          orgId: company.id,
          nearUnitId: caller.unitId,
          registeredBy: caller.personId,
        },
        { route: 'exposure.register' },
      );
      if (!isNew) throw new Problem('exposure-known', 'conflict');
      const clarifyBy = this.limits.last('R11.4', company.orgType, publishedOn) ?? null;
      return { exposureNo: exposure.exposureNo, clarifyBy };
    });
  }

  /** The stores of the caller's company, or of those below their organisation. */
  async stores({ orgId }: StaffSubject): Promise<NamedStore[]> {
    const items: NamedStore[] = [];
    for (const { id, orgType } of await this.directory.organisations()) {
      if (orgType !== 'brokerage' || !(await this.isOf(id, orgId))) continue;
      const units = await this.directory.unitsOf(id);
      items.push(
        ...units.filter(({ kind }) => kind === 'store').map((unit) => ({ storeId: unit.id, name: unit.name })),
      );
    }
    return items;
  }

  /** A person knows a store by its name: one of the caller's organisation is found by it, as by its number. */
  private async withStore(said: ExposureInput, caller: StaffSubject): Promise<ExposureInput> {
    const text = said.storeId?.trim();
    if (!text || (await this.directory.unit(text))) return said;
    const named = (await this.directory.unitsOf(caller.orgId)).find(
      ({ kind, name }) => kind === 'store' && name === text,
    );
    return named ? { ...said, storeId: named.id } : said;
  }

  private async refusals(input: ExposureInput, company: Organisation, caller: StaffSubject): Promise<FieldError[]> {
    const { storeId, caseNo, publishedOn, outlet } = input;
    const errors: FieldError[] = [];
    if (outlet.trim() === '') errors.push({ field: 'outlet', code: 'required' });
    if (!isDay(publishedOn)) errors.push({ field: 'publishedOn', code: 'not-a-day' });
    else if (publishedOn > dayOf(this.clock.now())) errors.push({ field: 'publishedOn', code: 'day-to-come' });
    if (storeId !== undefined) {
      const unit = await this.directory.unit(storeId);
      const theirs = unit?.kind === 'store' && (await this.isOf(company.id, caller.orgId));
      if (!theirs) errors.push({ field: 'storeId', code: 'unknown-store' });
    }
    if (caseNo !== undefined && !(await this.isCaseOf(caseNo, company.id)))
      errors.push({ field: 'caseNo', code: 'unknown-case' });
    return errors;
  }

  /** The company is the caller's own, or lies below it: only its stores are known to them. */
  private async isOf(companyId: string, orgId: string): Promise<boolean> {
    if (companyId === orgId) return true;
    return (await this.directory.unitsAbove(companyId)).some(({ id }) => id === orgId);
  }

  /** A case of another organisation looks like an invented number. */
  private async isCaseOf(caseNo: string, orgId: string): Promise<boolean> {
    return (await this.cases.find(caseNo))?.orgId === orgId;
  }
}
