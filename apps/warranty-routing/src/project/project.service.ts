import { Injectable } from '@nestjs/common';
import type { BuildingInput, ProjectFacts, ProjectInput } from '@huiying/contracts';
import { InjectDatabase } from '@huiying/persistence';
import { Clock, defineProblems, Directory, type FieldError, Problem } from '@huiying/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { WARRANTY_ROUTING } from '../schema.js';
import { BuildingEntity } from './building.entity.js';
import { type Building, factsOf, namedUnits, type Project, register, registerBuilding } from './project.decider.js';
import { ProjectEntity } from './project.entity.js';

defineProblems({
  'project-refused': { zh: '项目资料没有保存，请按提示补充', en: 'The project was not saved' },
  'unknown-unit': { zh: '通讯录中没有这个单位', en: 'The directory has no such unit' },
  'project-unknown': { zh: '没有这个项目的资料', en: 'This project is not on file' },
  'name-too-long': {
    zh: '项目或楼栋名称不能超过 100 个字',
    en: 'Names of projects and buildings have at most 100 characters',
  },
});

const LONGEST_NAME = 100;

@Injectable()
export class ProjectService {
  constructor(
    @InjectDatabase(WARRANTY_ROUTING) private readonly database: DataSource,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async facts(name: string, building?: string): Promise<ProjectFacts> {
    const { manager } = this.database;
    const facts = factsOf(
      name,
      await this.project(manager, name),
      building ? await this.building(manager, name, building) : null,
    );
    if (!facts) throw new Problem('project-unknown', 'missing');
    return facts;
  }

  register(name: string, input: ProjectInput, by: string): Promise<ProjectFacts> {
    refuseLongNames(name);
    return this.database.transaction(async (manager) => {
      const before = await this.project(manager, name);
      const decided = register(name, input, before);
      const errors = 'errors' in decided ? decided.errors : await this.unknownUnits(input);
      if ('errors' in decided || errors.length > 0) throw new Problem('project-refused', 'rejected', { errors });
      await this.remember(manager, { name, building: null, before, by });
      await manager.save(ProjectEntity, { ...decided, changedAt: this.clock.now(), changedBy: by });
      return factsOf(name, decided, null) as ProjectFacts;
    });
  }

  registerBuilding(name: string, building: string, input: BuildingInput, by: string): Promise<ProjectFacts> {
    refuseLongNames(name, building);
    return this.database.transaction(async (manager) => {
      const before = await this.building(manager, name, building);
      const decided = registerBuilding(name, building, input, before);
      if (input.organisationId && !(await this.directory.organisation(input.organisationId))) {
        throw new Problem('project-refused', 'rejected', {
          errors: [{ field: 'organisationId', code: 'unknown-unit' }],
        });
      }
      await this.remember(manager, { name, building, before, by });
      await manager.save(BuildingEntity, { ...decided, changedAt: this.clock.now(), changedBy: by });
      return factsOf(name, await this.project(manager, name), decided) as ProjectFacts;
    });
  }

  private project(manager: EntityManager, name: string): Promise<Project | null> {
    return manager.findOneBy(ProjectEntity, { name });
  }

  private building(manager: EntityManager, projectName: string, building: string): Promise<Building | null> {
    return manager.findOneBy(BuildingEntity, { projectName, building });
  }

  private async unknownUnits(input: ProjectInput): Promise<FieldError[]> {
    const named = namedUnits(input);
    const found = await Promise.all(named.map(({ unitId }) => this.directory.unit(unitId)));
    return named.filter((_, index) => !found[index]).map(({ field }) => ({ field, code: 'unknown-unit' }));
  }

  private async remember(
    manager: EntityManager,
    change: { name: string; building: string | null; before: Project | Building | null; by: string },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO register_history (project_name, building, before, changed_at, changed_by) VALUES ($1, $2, $3, $4, $5)`,
      [change.name, change.building, change.before && JSON.stringify(change.before), this.clock.now(), change.by],
    );
  }
}

function refuseLongNames(...names: string[]): void {
  if (names.some((name) => name.length > LONGEST_NAME)) throw new Problem('name-too-long', 'rejected');
}
