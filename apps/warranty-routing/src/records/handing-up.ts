import type { EventPayload } from '@huiying/contracts';

/** The levels of quality-escalation: service centre, quality centre, builder (R02.1). */
const NEXT = { 1: { to: 2, toGroup: 'quality-centre' }, 2: { to: 3, toGroup: 'construction-engineering' } } as const;

/** What `case.level-raised` says of a handing up from a level. */
export function tellHandingUp(from: keyof typeof NEXT): EventPayload<'case.level-raised'> {
  return { process: 'quality-escalation', from, ...NEXT[from] };
}
