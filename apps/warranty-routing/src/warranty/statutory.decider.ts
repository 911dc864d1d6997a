import type { Day } from '@huiying/working-time';

/** A row of decision `statutory-warranty`: the law's minimum for a component (建设工程质量管理条例 第四十条). */
export interface StatutoryTerm {
  term: 'design-life' | 'years' | 'heating-seasons' | 'cooling-seasons' | 'agreed';
  amount: number | null;
}

/** Parameters of warranty.dmn that the law's periods need; seasons are `MM-dd`. */
export interface WarrantyFigures {
  designLifeYears: number;
  heatingFrom: string;
  heatingTo: string;
  coolingFrom: string;
  coolingTo: string;
}

/** The same day n years on; 29 February becomes the month's last day (R02.9). */
export function addYears(day: Day, years: number): Day {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const wanted = `${year}${day.slice(4)}`;
  return day.endsWith('-02-29') && !isLeap(Number(year)) ? `${year}-02-28` : wanted;
}

/** The last day of the n-th full season after the acceptance: a season that had begun before it does not count. */
export function seasonsEnd(acceptedOn: Day, seasons: number, from: string, to: string): Day {
  let year = Number(acceptedOn.slice(0, 4));
  if (`${year}-${from}` < acceptedOn) year += 1;
  const last = year + seasons - 1;
  return `${to < from ? last + 1 : last}-${to}`;
}

/**
 * The last day of the statutory minimum, from the completion acceptance; null where nothing but the contract says it.
 * @param designLifeYears of the building as its design documents say, or null where the register does not know
 */
export function statutoryUntil(
  acceptedOn: Day,
  { term, amount }: StatutoryTerm,
  figures: WarrantyFigures,
  designLifeYears: number | null,
): Day | null {
  switch (term) {
    case 'design-life':
      return addYears(acceptedOn, designLifeYears ?? figures.designLifeYears);
    case 'years':
      return amount === null ? null : addYears(acceptedOn, amount);
    case 'heating-seasons':
      return amount === null ? null : seasonsEnd(acceptedOn, amount, figures.heatingFrom, figures.heatingTo);
    case 'cooling-seasons':
      return amount === null ? null : seasonsEnd(acceptedOn, amount, figures.coolingFrom, figures.coolingTo);
    case 'agreed':
      return null;
  }
}

/** What binds the builder: the contract's day where it is the later one; the law's minimum cannot be shortened. */
export function bindingUntil(statutory: Day | null, agreed: Day | null): { until: Day | null; by: 'law' | 'contract' } {
  if (agreed !== null && (statutory === null || agreed > statutory)) return { until: agreed, by: 'contract' };
  return { until: statutory, by: 'law' };
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
