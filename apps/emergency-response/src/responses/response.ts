import type { EmergencyCause } from '@huiying/contracts';

/** Which risk started it, as an event may say it. */
export type EmergencyReason =
  'danger-to-persons' | 'disturbs-operation' | 'harms-standing' | 'risk-not-excluded' | 'by-hand';

interface Risks {
  dangerToPersons?: boolean | null | undefined;
  disturbsOperation?: boolean | null | undefined;
  harmsStanding?: boolean | null | undefined;
}

/** The rows of decision `emergency-activation`, in its order (R08.5, R08.7). */
export function reasonOf(because: EmergencyCause, risks: Risks): EmergencyReason {
  if (because === 'by-hand') return 'by-hand';
  if (because === 'danger' || risks.dangerToPersons === true) return 'danger-to-persons';
  if (risks.disturbsOperation === true) return 'disturbs-operation';
  if (risks.harmsStanding === true) return 'harms-standing';
  return 'risk-not-excluded';
}
