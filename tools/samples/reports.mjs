import { eventually } from '../product/running-product.mjs';

/**
 * Reports of decision `report-plan`; each counts something of the samples once the year is over. The daily review is not among them: it
 * begins with its day, before anything came, and counts when it is opened.
 */
const REPORTS = [
  'sales-monthly',
  'sales-annual',
  'supervision-monthly',
  'ticket-monthly',
  'recurring',
  'property-review',
  'group-monthly',
  'region-review',
];

/** Weeks of daily reports come first when the clock jumps to the year's end. */
const WITHIN_MS = 300_000;

/** Lets the year of the samples end; `[report, most complaints that one of its periods counts]` as the group's leader reads them. */
export async function countsOfReports(product, staff, organisations, year) {
  await product.pinClock(`${year}-12-31T20:00:00+08:00`);
  const group = organisations.find(({ orgType }) => orgType === 'group');
  const reader = await staff.first('group-executive', group.id); // others read those of their own organisation
  const counts = [];
  for (const reportId of REPORTS) {
    // Every organisation has its own: the yearly ones are the last to begin.
    const found = await eventually(() => most(reader, reportId), `a report ${reportId}`, WITHIN_MS).catch(() => 0);
    counts.push([reportId, found]);
  }
  return counts;
}

async function most(reader, reportId) {
  let [found, cursor] = [0, ''];
  do {
    const page = await reader.get(`/api/insights/reports?reportId=${reportId}${cursor && `&cursor=${cursor}`}`);
    found = Math.max(found, ...page.items.map(({ cases }) => cases));
    cursor = page.next;
  } while (cursor);
  return found || undefined;
}
