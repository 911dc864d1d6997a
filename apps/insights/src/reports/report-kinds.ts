import type { ReportId } from '@huiying/contracts';

const SALES = ['sales', 'leasing', 'marketing-service'];

/** What a report is about: which kinds of complaint, and whose. */
export interface ReportKind {
  /** null: all complaints. */
  kinds: readonly string[] | null;
  /** own = of the organisation alone; below = of all organisations below the unit; served = those of its projects at other companies too. */
  reach: 'own' | 'below' | 'served';
  /** Months instead of cases, each month's own report demanded (R07.11). */
  monthsOf?: ReportId;
  /** Recurring causes are looked for (R02.2). */
  causes?: true;
  /** Guidance is given to a unit, not to a case. */
  guides?: true;
}

export const REPORT_KINDS: Readonly<Record<ReportId, ReportKind>> = {
  'sales-daily-review': { kinds: SALES, reach: 'own' },
  'sales-monthly': { kinds: SALES, reach: 'own' },
  'sales-annual': { kinds: SALES, reach: 'own', monthsOf: 'sales-monthly' },
  'supervision-monthly': { kinds: null, reach: 'own' },
  'ticket-monthly': { kinds: null, reach: 'own' },
  recurring: {
    kinds: [...SALES, 'construction-quality', 'construction-safety', 'after-sales', 'property-service'],
    reach: 'served',
    causes: true,
  },
  'property-review': { kinds: ['property-service'], reach: 'served', guides: true },
  'group-monthly': { kinds: null, reach: 'below' },
  'region-review': { kinds: null, reach: 'below', guides: true },
};
