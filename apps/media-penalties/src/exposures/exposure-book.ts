import { Injectable } from '@nestjs/common';
import { found } from '@huiying/platform';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { Exposure } from './exposure.entity.js';

/** What tells one report from another. */
type Report = Pick<Exposure, 'orgId' | 'medium' | 'outlet' | 'publishedOn'>;

/** Rows of exposures. */
@Injectable()
export class ExposureBook {
  find(manager: EntityManager, exposureNo: string): Promise<Exposure | null> {
    return manager.findOneBy(Exposure, { exposureNo });
  }

  /** @throws Problem exposure-unknown (missing) */
  async read(manager: EntityManager, exposureNo: string): Promise<Exposure> {
    return found(await this.find(manager, exposureNo), 'exposure-unknown');
  }

  /** Locked until the transaction ends. @throws Problem exposure-unknown (missing) */
  async lock(manager: EntityManager, exposureNo: string): Promise<Exposure> {
    const lock = { mode: 'pessimistic_write' } as const;
    return found(await manager.findOne(Exposure, { where: { exposureNo }, lock }), 'exposure-unknown');
  }

  /** The same report about the same store or case, registered before. */
  same(
    manager: EntityManager,
    { orgId, medium, outlet, publishedOn, storeId, caseNo }: Report & Pick<Exposure, 'storeId' | 'caseNo'>,
  ): Promise<Exposure | null> {
    const about = { storeId: storeId ?? IsNull(), caseNo: caseNo ?? IsNull() };
    return manager.findOneBy(Exposure, { orgId, medium, outlet, publishedOn, ...about });
  }

  /** Whether another exposure pursues the same report about the store: one report is fined once. */
  isPursued(
    manager: EntityManager,
    exposureNo: string,
    { orgId, medium, outlet, publishedOn, storeId }: Report & { storeId: string },
  ): Promise<boolean> {
    const others = { exposureNo: Not(exposureNo), state: In(['notified', 'cleared', 'confirmed']) };
    return manager.existsBy(Exposure, { orgId, medium, outlet, publishedOn, storeId, ...others });
  }

  async insert(manager: EntityManager, exposure: Exposure): Promise<void> {
    await manager.insert(Exposure, exposure);
  }

  /** Answers the exposure as it then stands. */
  async change(manager: EntityManager, exposure: Exposure, change: Partial<Exposure>): Promise<Exposure> {
    await manager.update(Exposure, { exposureNo: exposure.exposureNo }, change);
    return { ...exposure, ...change };
  }
}
