import { SALES_ACTIONS, SALES_LADDER, type SalesAction } from '@huiying/contracts';

/** Level from which departments may be asked: the sales manager's (R07.5). */
const DEPARTMENTS_FROM = 3;
const HIGHEST = SALES_LADDER.length;

/** Group of a level of the sales ladder, 1 to 5 (R07.4). @throws RangeError for a level that the ladder does not have */
export function groupOfLevel(level: number): (typeof SALES_LADDER)[number] {
  const group = SALES_LADDER[level - 1];
  if (group === undefined) throw new RangeError(`the sales ladder has no level ${level}`);
  return group;
}

/** Level whose task a group holds; undefined for a group outside the ladder. */
export function levelOfGroup(group: string | undefined): number | undefined {
  const place = SALES_LADDER.findIndex((rung) => rung === group);
  return place < 0 ? undefined : place + 1;
}

/** What a level may choose: no climb from the highest (R07.4), departments from the manager on (R07.5). */
export function offeredActions(level: number): SalesAction[] {
  return SALES_ACTIONS.filter((action) => {
    if (action === 'climb') return level < HIGHEST;
    return action !== 'departments' || level >= DEPARTMENTS_FROM;
  });
}
