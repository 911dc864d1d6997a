import { Injectable } from '@nestjs/common';
import { PublishedModels } from '@huiying/zeebe';
import type { EntityManager } from 'typeorm';
import { mostWithin } from './concentration.decider.js';
import type { Defect } from './defect.entity.js';
import { DefectBook } from './defect-book.js';

/** How often a kind of defect came up in its project within the window of decision `defect-concentration` (R10.4). */
@Injectable()
export class Concentration {
  constructor(
    private readonly models: PublishedModels,
    private readonly defects: DefectBook,
  ) {}

  windowDays(): number {
    const { output } = this.models.decisions().evaluate('defect-concentration-parameters', {});
    return (output as { windowDays: number }).windowDays;
  }

  async count(manager: EntityManager, defect: Defect): Promise<number> {
    const days = (await this.alike(manager, defect)).map(({ registeredOn }) => registeredOn);
    return mostWithin(days, defect.registeredOn, this.windowDays());
  }

  /** Those around it, itself among them. */
  async alike(manager: EntityManager, { projectId, defectType, registeredOn }: Defect): Promise<Defect[]> {
    if (projectId === null || defectType === null) return [];
    return this.defects.ofKind(manager, projectId, defectType, { on: registeredOn, days: this.windowDays() });
  }
}
