/** subjectNo of a ranking: `<regionId>:<year>`. */
export function rankingOf(subjectNo: string): { regionId: string; year: number } {
  const at = subjectNo.lastIndexOf(':');
  return { regionId: subjectNo.slice(0, at), year: yearOf(subjectNo.slice(at + 1)) };
}

/** The year of a period `yyyy`. */
export function yearOf(period: string): number {
  return Number(period.slice(0, 4));
}

export const SETTLE_OPEN = 'annual-ranking--settle-open';

/** What the region said of complaints that nobody had judged. */
export function settledIn(answers: Readonly<Record<string, unknown>>): { caseNo: string; malicious: boolean }[] {
  const lines = Array.isArray(answers['cases']) ? (answers['cases'] as Record<string, unknown>[]) : [];
  return lines.flatMap(({ caseNo, malicious }) => {
    const said =
      malicious === true || malicious === 'true' ? true : malicious === false || malicious === 'false' ? false : null;
    return typeof caseNo === 'string' && said !== null ? [{ caseNo, malicious: said }] : [];
  });
}
