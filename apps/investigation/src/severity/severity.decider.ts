export interface SeverityFigures {
  dangerToPersons?: boolean | null;
  amountYuan?: number | null;
  households?: number | null;
  proceedings?: boolean | null;
  departmentCount?: number | null;
  complexFlag?: boolean | null;
}

/** Which figures of a case speak at all, as codes: what an event says a severity is judged by. */
export function reasonsOf(figures: SeverityFigures): string[] {
  const speaks: [string, boolean][] = [
    ['danger-to-persons', figures.dangerToPersons === true],
    ['amount', (figures.amountYuan ?? 0) > 0],
    ['households', (figures.households ?? 1) > 1],
    ['proceedings', figures.proceedings === true],
    ['departments', (figures.departmentCount ?? 1) > 1],
    ['complex', figures.complexFlag === true],
  ];
  return speaks.filter(([, says]) => says).map(([reason]) => reason);
}
