import { Injectable } from '@nestjs/common';
import { type Component, COMPONENTS, type WarrantyView } from '@huiying/contracts';
import type { Day } from '@huiying/working-time';
import { PublishedModels } from '@huiying/zeebe';
import { DataSource } from 'typeorm';
import { ProjectService } from '../project/project.service.js';
import {
  addYears,
  bindingUntil,
  statutoryUntil,
  type StatutoryTerm,
  type WarrantyFigures,
} from './statutory.decider.js';

/** Where a defect is, and from when its warranty runs as far as is known. */
export interface WarrantyPlace {
  project: string | null;
  building: string | null;
  /** What the case says; the register goes before. */
  completionAcceptedOn: string | null;
}

/** Who repairs and until when for nothing, by warranty.dmn in force and the housing register (R02.9). */
@Injectable()
export class Warranties {
  constructor(
    private readonly models: PublishedModels,
    private readonly projects: ProjectService,
    private readonly database: DataSource,
  ) {}

  /** The completion acceptance as the register has it now, else as the case was registered with. */
  async acceptedOn({ project, building, completionAcceptedOn }: WarrantyPlace): Promise<string | null> {
    const found = project ? await this.projects.find(project, building) : undefined;
    return found?.completionAcceptedOn ?? completionAcceptedOn;
  }

  async of(place: WarrantyPlace, component: Component, reportedOn: Day): Promise<WarrantyView> {
    const [view] = await this.all(place, reportedOn, [component]);
    return view as WarrantyView;
  }

  async all(
    place: WarrantyPlace,
    reportedOn: Day,
    components: readonly Component[] = COMPONENTS,
  ): Promise<WarrantyView[]> {
    const { manager } = this.database;
    const building =
      place.project && place.building ? await this.projects.building(manager, place.project, place.building) : null;
    const acceptedOn = building?.completionAcceptedOn ?? place.completionAcceptedOn;
    return components.map((component) => {
      const agreed = building?.agreedWarranties.find((one) => one.component === component)?.until ?? null;
      return this.view(component, acceptedOn, reportedOn, agreed, building?.designLifeYears ?? null);
    });
  }

  private view(
    component: Component,
    acceptedOn: Day | null,
    reportedOn: Day,
    agreed: Day | null,
    designLifeYears: number | null,
  ): WarrantyView {
    const years = this.ask<number>('warranty-years', { component });
    const term = this.ask<StatutoryTerm>('statutory-warranty', { component });
    if (acceptedOn === null) {
      return {
        component,
        completionAcceptedOn: null,
        internal: { years, until: null, under: null, repairGroup: null },
        statutory: { ...term, until: null, by: 'law', free: null },
      };
    }
    const judged = this.ask<{ underWarranty: boolean; repairGroup: string }>('warranty', {
      completionAcceptedOn: acceptedOn,
      reportedOn,
      component,
    });
    const figures = this.ask<WarrantyFigures>('warranty-parameters', {});
    const binding = bindingUntil(statutoryUntil(acceptedOn, term, figures, designLifeYears), agreed);
    return {
      component,
      completionAcceptedOn: acceptedOn,
      internal: {
        years,
        until: addYears(acceptedOn, years),
        under: judged.underWarranty,
        repairGroup: judged.repairGroup,
      },
      statutory: { ...term, ...binding, free: binding.until === null ? null : reportedOn <= binding.until },
    };
  }

  private ask<T>(decision: string, context: Record<string, string | null>): T {
    return this.models.decisions().evaluate(decision, context).output as T;
  }
}
