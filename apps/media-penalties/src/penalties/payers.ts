import { Injectable } from '@nestjs/common';
import type { PayerType } from '@huiying/contracts';
import { defineProblems, Directory, type OrgType, Problem } from '@huiying/platform';

defineProblems({
  'payer-unknown': {
    zh: '无法确定缴款人：流程没有给出分店、置业顾问或店长',
    en: 'Who pays cannot be told: the process names no store, consultant or manager',
  },
});

/** Who pays, and whose finance department collects. */
export interface Payer {
  payerType: PayerType;
  payerId: string;
  storeId: string;
  orgId: string;
  orgType: OrgType;
}

/** Whom the codes `store`, `consultant` and `store-manager` of a decision mean. */
export interface Named {
  storeId?: string | null | undefined;
  consultantId?: string | null | undefined;
}

/** Finds who a decision's payer is, in the directory as it is now. */
@Injectable()
export class Payers {
  constructor(private readonly directory: Directory) {}

  /** @throws Problem payer-unknown (fault): an incident, for a person must mend what the process says */
  async find(payer: string, named: Named): Promise<Payer> {
    switch (payer) {
      case 'store':
        return this.ofStore(named.storeId);
      case 'consultant':
        return this.ofPerson(named.consultantId, 'consultant', named.storeId);
      case 'store-manager':
        return this.ofManager(named);
      default:
        return this.ofId(payer, named);
    }
  }

  private async ofStore(storeId: string | null | undefined): Promise<Payer> {
    if (!storeId) throw unknown();
    return { payerType: 'store', payerId: storeId, ...(await this.place(storeId)) };
  }

  private async ofManager({ storeId, consultantId }: Named): Promise<Payer> {
    const store = storeId ?? (consultantId ? (await this.directory.person(consultantId))?.unitId : undefined);
    if (!store) throw unknown();
    const [manager] = await this.directory.holders('store-manager', store);
    return this.ofPerson(manager?.id, 'store-manager', store);
  }

  /** A unit id or a person id: the ranking and the ruling name payers so. */
  private async ofId(id: string, { storeId }: Named): Promise<Payer> {
    const unit = await this.directory.unit(id);
    if (unit) return this.ofStore(unit.id);
    const person = await this.directory.person(id);
    const managers = person ? await this.directory.holders('store-manager', person.unitId) : [];
    const manages = managers.some((manager) => manager.id === id);
    return this.ofPerson(id, manages ? 'store-manager' : 'consultant', storeId);
  }

  private async ofPerson(
    personId: string | null | undefined,
    payerType: 'consultant' | 'store-manager',
    storeId: string | null | undefined,
  ): Promise<Payer> {
    const person = personId ? await this.directory.person(personId) : undefined;
    if (!person) throw unknown();
    return { payerType, payerId: person.id, ...(await this.place(storeId ?? person.unitId)) };
  }

  private async place(storeId: string): Promise<Pick<Payer, 'storeId' | 'orgId' | 'orgType'>> {
    const company = await this.directory.organisation(storeId);
    if (!company) throw unknown();
    return { storeId, orgId: company.id, orgType: company.orgType };
  }
}

const unknown = (): Problem => new Problem('payer-unknown', 'fault');
