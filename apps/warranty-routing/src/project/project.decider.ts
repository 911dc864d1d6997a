import type { AgreedWarranty, BuildingInput, BuildingRow, ProjectFacts, ProjectInput } from '@huiying/contracts';
import type { FieldError } from '@huiying/platform';
import { projectIdOf } from './project-id.js';

export interface Project {
  name: string;
  projectId: string;
  dissolved: boolean;
  ownership: string | null;
  agreementParty: string | null;
  developer: string | null;
  propertyCompany: string | null;
  constructionCompany: string | null;
  projectType: string;
}

export interface Building {
  projectName: string;
  building: string;
  organisationId: string | null;
  phase: 'construction' | 'occupied' | null;
  handoverOn: string | null;
  completionAcceptedOn: string | null;
  designLifeYears: number | null;
  agreedWarranties: AgreedWarranty[];
}

/** What is not given stays; a project without a type is not saved (R08.1), for the emergency plan must be able to name it. */
export function register(
  name: string,
  input: ProjectInput,
  before: Project | null,
): Project | { errors: FieldError[] } {
  const projectType = input.projectType ?? before?.projectType;
  if (!projectType) return { errors: [{ field: 'projectType', code: 'required' }] };
  const given = <K extends keyof ProjectInput & keyof Project>(key: K) =>
    input[key] === undefined ? before?.[key] : input[key];
  return {
    name,
    projectId: projectIdOf(name),
    projectType,
    dissolved: given('dissolved') ?? false,
    ownership: given('ownership') ?? null,
    agreementParty: given('agreementParty') ?? null,
    developer: given('developer') ?? null,
    propertyCompany: given('propertyCompany') ?? null,
    constructionCompany: given('constructionCompany') ?? null,
  };
}

/** Units that a project names and that the directory does not know: a typing mistake would send a task nowhere. */
export function namedUnits(input: ProjectInput): { field: string; unitId: string }[] {
  const fields = ['agreementParty', 'developer', 'propertyCompany', 'constructionCompany'] as const;
  return fields.flatMap((field) => (input[field] ? [{ field, unitId: input[field] }] : []));
}

export function registerBuilding(
  projectName: string,
  building: string,
  input: BuildingInput,
  before: Building | null,
): Building {
  const given = <K extends keyof BuildingInput>(key: K) => (input[key] === undefined ? before?.[key] : input[key]);
  return {
    projectName,
    building,
    organisationId: given('organisationId') ?? null,
    phase: given('phase') ?? null,
    handoverOn: given('handoverOn') ?? null,
    completionAcceptedOn: given('completionAcceptedOn') ?? null,
    designLifeYears: given('designLifeYears') ?? null,
    agreedWarranties: input.agreedWarranties ?? before?.agreedWarranties ?? [],
  };
}

/** The facts of one place; undefined when neither the project nor the building is on file. */
export function factsOf(name: string, project: Project | null, building: Building | null): ProjectFacts | undefined {
  if (!project && !building) return undefined;
  return {
    projectId: projectIdOf(name),
    project: name,
    dissolved: project?.dissolved ?? false,
    ownership: project?.ownership ?? null,
    agreementParty: project?.agreementParty ?? null,
    developer: project?.developer ?? null,
    propertyCompany: project?.propertyCompany ?? null,
    constructionCompany: project?.constructionCompany ?? null,
    projectType: project?.projectType ?? null,
    building: building?.building ?? null,
    organisationId: building?.organisationId ?? null,
    phase: building?.phase ?? null,
    handoverOn: building?.handoverOn ?? null,
    completionAcceptedOn: building?.completionAcceptedOn ?? null,
  };
}

export function rowOf({ changedAt, ...building }: Building & { changedAt: Date }): BuildingRow {
  return {
    building: building.building,
    organisationId: building.organisationId,
    phase: building.phase,
    handoverOn: building.handoverOn,
    completionAcceptedOn: building.completionAcceptedOn,
    designLifeYears: building.designLifeYears,
    agreedWarranties: building.agreedWarranties,
    changedAt: changedAt.toISOString(),
  };
}
