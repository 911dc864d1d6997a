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
  /** Regions and stores in that line: whose people serve a part of the company alone. */
  parts: string[];
}

interface Place {
  orgId: string;
  unitId?: string;
  /** Units between `unitId` and its organisation, nearest first: the region of a store. */
  between?: string[];
  /** Regions and stores of the organisation that `unitId` is or lies in; none where it serves all of it. */
  parts?: string[];
  project?: ProjectParties;
  /** Units above the organisation, nearest first; the last one is the group. */
  above: string[];
  /** Those of them that are regions: none where the organisation lies in no region of the group. */
  regions?: string[];
}

/**
 * Pure: which of the candidates is nearest. A unit of the case, and the units between, go before its organisation, the organisation
 * before those of the project, these before the units above and, last, anything within the group's own units. What belongs to a region or
 * store goes up, never over to another one, whose people may not read it. Ties are broken by the shortest way down and then by id, so that
 * the same case always finds the same unit.
 */
export function chooseHolder(candidates: Candidate[], place: Place): string | undefined {
  const { developer, propertyCompany, constructionCompany, store } = place.project ?? {};
  const anybody = () => true;
  const inOwnPart = (one: Candidate) => !isSister(one, place.parts, place);
  const ofUnitAbove = (one: Candidate) =>
    one.orgId === place.orgId
      ? inOwnPart(one)
      : place.above.includes(one.orgId) && !isSister(one, place.regions, place);
  const anchors: { root: string; suits: (one: Candidate) => boolean }[] = [
    ...(place.unitId ? [{ root: place.unitId, suits: anybody }] : []),
    ...[...(place.between ?? []), place.orgId].map((root) => ({ root, suits: inOwnPart })),
    ...[developer, propertyCompany, constructionCompany, store]
      .filter((id): id is string => Boolean(id))
      .map((root) => ({ root, suits: anybody })),
    // Above the organisation only a unit's own departments count, not the sister organisations or regions below it.
    ...place.above.map((root) => ({ root, suits: ofUnitAbove })),
  ];
  for (const { root, suits } of anchors) {
    const found = candidates
      .filter((one) => one.line.includes(root) && suits(one))
      .sort((a, b) => a.line.indexOf(root) - b.line.indexOf(root) || a.unitId.localeCompare(b.unitId))[0];
    if (found) return found.unitId;
  }
  return undefined;
}

/** In a region or store besides `own`; what lies in none may be served by any. */
function isSister({ parts }: Candidate, own: readonly string[] = [], { above }: Place): boolean {
  return own.length > 0 && parts.some((id) => !own.includes(id) && !above.includes(id));
}
