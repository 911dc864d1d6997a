import { eventually } from '../product/running-product.mjs';
import { COMPLAINT, ORG_TYPE, shortSteps, steps } from './journey.mjs';

const DAY = 86_400_000;
const dayOf = (moment) => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10);

/** Files the complaint of the demo. */
export async function file(product, more = {}) {
  const organisations = await product.anybody.get('/api/portal/organisations');
  const organisation = organisations.find(({ orgType }) => orgType === ORG_TYPE);
  const filed = await product.anybody.post('/api/portal/complaints', {
    ...COMPLAINT,
    organisationId: organisation.id,
    ...more,
  });
  return { ...filed, orgId: organisation.id };
}

/**
 * Walks a filed complaint to its archive.
 * @param onStep told each step as it is done: { element | 'rating', login }
 */
export async function walk(
  staff,
  { caseNo, trackingCode, orgId, receivedAt },
  { onStep = () => undefined, within, short = false } = {},
) {
  const now = Date.parse(receivedAt);
  const [investigator] = await staff.holders('operations-head', orgId);
  const whole = steps({ investigator, today: dayOf(now), later: dayOf(now + 7 * DAY) });
  for (const step of short ? shortSteps(whole) : whole) {
    if (step.rating) {
      await rate(staff.product, caseNo, trackingCode, step.rating, within);
      onStep({ element: 'rating', login: 'complainant' });
    } else {
      const { login } = await staff.complete({ caseNo, orgId, within, ...step });
      onStep({ element: step.element, login });
    }
  }
  await archived(staff.product, caseNo, trackingCode, within);
}

/** A rating is taken once a result was told; until then it is refused. */
async function rate(product, caseNo, trackingCode, rating, within) {
  const headers = { 'x-tracking-code': trackingCode };
  const path = `/api/portal/complaints/${caseNo}`;
  await eventually(
    async () => ((await product.anybody.get(path, headers)).may.rate ? true : undefined),
    `${caseNo} may be rated`,
    within,
  );
  await product.anybody.post(`${path}/rating`, rating, headers);
}

async function archived(product, caseNo, trackingCode, within) {
  await eventually(
    async () => {
      const { steps: seen } = await product.anybody.get(`/api/portal/complaints/${caseNo}`, {
        'x-tracking-code': trackingCode,
      });
      return seen.some(({ step, state }) => step === 'closed' && state !== 'open') ? true : undefined;
    },
    `${caseNo} is archived`,
    within,
  );
}
