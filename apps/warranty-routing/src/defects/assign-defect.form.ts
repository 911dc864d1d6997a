import { COMPONENTS, DEFECT_TYPES } from '@huiying/contracts';
import { type Answers, FormOwner, type FormSubject, RecordedForm } from '@huiying/forms';
import { Clock, Directory } from '@huiying/platform';
import { Roles } from '@huiying/service';
import { dayOf } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { ProjectService } from '../project/project.service.js';
import { projectIdOf } from '../project/project-id.js';
import '../records/warranty-routing.problems.js';
import { DefectBook } from './defect-book.js';
import { DefectScreens } from './defect-screens.js';

/** 缺陷登记派修 (R10.4): where, what kind, who rectifies it by when. */
@FormOwner('delivery-defect--assign-defect')
export class AssignDefectForm extends RecordedForm {
  constructor(
    private readonly screens: DefectScreens,
    private readonly defects: DefectBook,
    private readonly projects: ProjectService,
    private readonly directory: Directory,
    private readonly roles: Roles,
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { project, building, component, defectType } = await this.screens.find(subjectNo);
    return {
      defect: await this.screens.defect(subjectNo),
      warranty: await this.screens.warrantyOfAll(subjectNo),
      projects: await this.projects.names(project),
      project,
      building,
      component,
      defectType,
    };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('project', 'component', 'defectType', 'repairGroup', 'plannedOn');
    const defect = await this.screens.find(subjectNo);
    const component = answers.code('component', COMPONENTS);
    const defectType = answers.code('defectType', DEFECT_TYPES);
    const repairGroup = this.roles.known(answers, 'repairGroup');
    const plannedOn = answers.day('plannedOn');
    if (plannedOn !== null && plannedOn < dayOf(this.clock.now())) answers.refuse('plannedOn', 'in-the-past');
    if (answers.errors.length > 0) return {};
    const project = answers.text('project');
    const building = answers.text('building') || null;
    const repairUnit = await this.unitOf(repairGroup, defect.orgId, project, building);
    // Known at once, so that the unit that rectifies it, and the count of its kind, find it as it was assigned.
    await this.defects.assign(this.database.manager, subjectNo, {
      projectId: projectIdOf(project),
      project,
      building,
      component,
      defectType,
      repairGroup,
      repairUnit,
      plannedOn,
    });
    return { component, defectType, repairGroup, repairUnit, plannedOn };
  }

  /** The unit of the role at the companies that share the project; null where the organisation itself is asked. */
  private async unitOf(role: string, orgId: string, name: string, building: string | null): Promise<string | null> {
    const project = await this.projects.find(name, building);
    const found = await this.directory.lookUpRole(role, { orgId, ...(project && { project }) });
    return found.fallback ? null : found.unitId;
  }
}
