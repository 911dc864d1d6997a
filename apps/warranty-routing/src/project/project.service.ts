import { Injectable } from '@nestjs/common';
import type {
  BuildingInput,
  BuildingList,
  NamedValue,
  ProjectFacts,
  ProjectInput,
  ProjectList,
} from '@huiying/contracts';
import { Clock, Directory, type FieldError, Problem } from '@huiying/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { BuildingEntity } from './building.entity.js';
import {
  type Building,
  factsOf,
  namedUnits,
  type Project,
  register,
  registerBuilding,
  rowOf,
} from './project.decider.js';
import { ProjectEntity } from './project.entity.js';
import './project.problems.js';

const LONGEST_NAME = 100;

/** Projects and buildings: facts that routing, eligibility and warranty go by; a case keeps those of its day. */
@Injectable()
export class ProjectService {
  constructor(
    private readonly database: DataSource,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `project-unknown`, kind missing, where neither the project nor the building is on file */
  async facts(name: string, building?: string): Promise<ProjectFacts> {
    const facts = await this.find(name, building);
    if (!facts) throw new Problem('project-unknown', 'missing');
    return facts;
  }

  async find(name: string, building?: string | null): Promise<ProjectFacts | undefined> {
    const { manager } = this.database;
    return factsOf(
      name,
      await this.project(manager, name),
      building ? await this.building(manager, name, building) : null,
    );
  }

  /** Projects by name. @param cursor name of the last one seen */
  async list(cursor: string | null, limit: number): Promise<ProjectList> {
    const rows = await this.database.query<(Project & { buildings: string; changedAt: Date })[]>(
      `SELECT name, project_id AS "projectId", dissolved, ownership, agreement_party AS "agreementParty", developer,
         property_company AS "propertyCompany", construction_company AS "constructionCompany",
         project_type AS "projectType", changed_at AS "changedAt",
         (SELECT count(*) FROM building WHERE project_name = project.name) AS buildings
       FROM project WHERE $1::text IS NULL OR name > $1 ORDER BY name LIMIT $2`,
      [cursor, limit + 1],
    );
    const items = rows.slice(0, limit).map(({ buildings, changedAt, ...project }) => ({
      ...project,
      buildings: Number(buildings),
      changedAt: changedAt.toISOString(),
    }));
    return { items, next: rows.length > limit ? (items.at(-1)?.name ?? null) : null };
  }

  /** Names of the projects on file, to choose from, and of the one that is meant already. */
  async names(meant: string | null): Promise<NamedValue[]> {
    const rows = await this.database.query<{ name: string }[]>(`SELECT name FROM project ORDER BY name`);
    const names = new Set([...(meant ? [meant] : []), ...rows.map(({ name }) => name)]);
    return [...names].map((name) => ({ value: name, label: name }));
  }

  async buildings(name: string): Promise<BuildingList> {
    const rows = await this.database.manager.find(BuildingEntity, {
      where: { projectName: name },
      order: { building: 'ASC' },
    });
    return { items: rows.map(rowOf) };
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
      if (input.organisationId && !(await this.directory.organisation(input.organisationId))) {
        throw new Problem('project-refused', 'rejected', {
          errors: [{ field: 'organisationId', code: 'unknown-unit' }],
        });
      }
      const decided = await this.change(manager, { name, building, by }, input);
      return factsOf(name, await this.project(manager, name), decided) as ProjectFacts;
    });
  }

  /** What a form found out about a building (R02.9 补录竣工验收日), in the form's transaction. */
  async change(
    manager: EntityManager,
    { name, building, by }: { name: string; building: string; by: string },
    input: BuildingInput,
  ): Promise<Building> {
    const before = await this.building(manager, name, building);
    const decided = registerBuilding(name, building, input, before);
    await this.remember(manager, { name, building, before, by });
    await manager.save(BuildingEntity, { ...decided, changedAt: this.clock.now(), changedBy: by });
    return decided;
  }

  building(manager: EntityManager, projectName: string, building: string): Promise<Building | null> {
    return manager.findOneBy(BuildingEntity, { projectName, building });
  }

  private project(manager: EntityManager, name: string): Promise<Project | null> {
    return manager.findOneBy(ProjectEntity, { name });
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
