import type { ProjectFacts } from '@huiying/contracts';

/** Facts of the project as the register has them today; the case keeps them. */
export function placeFacts(place: { project?: string; building?: string } | undefined, facts: ProjectFacts | null) {
  return {
    project: place?.project?.trim() ?? null,
    building: place?.building?.trim() ?? null,
    projectId: facts?.projectId ?? null,
    projectType: facts?.projectType ?? null,
    projectDissolved: facts?.dissolved ?? false,
    projectOwnership: facts?.ownership ?? null,
    agreementParty: facts?.agreementParty ?? null,
    phase: facts?.phase ?? null,
    handoverOn: facts?.handoverOn ?? null,
    completionAcceptedOn: facts?.completionAcceptedOn ?? null,
  };
}
