/** Organisations that a project names; a role may be found there (architecture.md §5). */
export interface ProjectParties {
  developer?: string | null;
  propertyCompany?: string | null;
  constructionCompany?: string | null;
  store?: string | null;
}

/** A unit at which somebody holds the role; `line` = the unit and everything above it, nearest first. */
export interface Candidate {
  unitId: string;
  orgId: string;
  line: string[];
}

interface Place {
  orgId: string;
  unitId?: string;
  /** Units between `unitId` and its organisation, nearest first: the region of a store. */
  between?: string[];
  project?: ProjectParties;
  /** Units above the organisation, nearest first; the last one is the group. */
  above: string[];
}

/**
 * Pure: which of the candidates is nearest. A unit of the case, and the units between, go before its organisation, the organisation
 * before those of the project, these before the units above and, last, anything within the group's own units. Ties are broken by the shortest way down
 * and then by id, so that the same case always finds the same unit.
 */
export function chooseHolder(candidates: Candidate[], place: Place): string | undefined {
  const { developer, propertyCompany, constructionCompany, store } = place.project ?? {};
  const anchors: { root: string; own: boolean }[] = [
    ...(place.unitId ? [place.unitId, ...(place.between ?? [])].map((root) => ({ root, own: false })) : []),
    { root: place.orgId, own: false },
    ...[developer, propertyCompany, constructionCompany, store]
      .filter((id): id is string => Boolean(id))
      .map((root) => ({ root, own: false })),
    // Above the organisation only a unit's own departments count, not the sister organisations below it.
    ...place.above.map((root) => ({ root, own: true })),
  ];
  for (const { root, own } of anchors) {
    const found = candidates
      .filter(({ line, orgId }) => line.includes(root) && (!own || !isElsewhere(orgId, place)))
      .sort((a, b) => a.line.indexOf(root) - b.line.indexOf(root) || a.unitId.localeCompare(b.unitId))[0];
    if (found) return found.unitId;
  }
  return undefined;
}

function isElsewhere(orgId: string, place: Place): boolean {
  return orgId !== place.orgId && !place.above.includes(orgId);
}
