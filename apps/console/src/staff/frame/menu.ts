import type { MeView } from '@huiying/contracts';

/** Side menu (console.md §1): what somebody may not use is absent, the first entry is where they land. */
export interface MenuEntry {
  path: string;
  text: `menu.${(typeof PAGES)[number]['name']}`;
}

type Me = Pick<MeView, 'groups' | 'worksOnCases' | 'may'>;

/**
 * One page: for whom, as actions of the server's access policy of which one suffices. `cases` = for those who work on cases alone, where
 * the action is everybody's.
 */
interface Page {
  path: string;
  name: string;
  actions: readonly string[];
  cases?: true;
  /** Narrower than the policy: console.md gives the page to these roles. */
  roles?: readonly string[];
}

const PAGES = [
  {
    path: '/desk',
    name: 'desk',
    actions: ['intake.similar'],
    roles: ['intake-desk', 'general-office', 'property-steward'],
  },
  { path: '/tasks', name: 'tasks', actions: [], cases: true },
  { path: '/cases', name: 'cases', actions: ['case.list'] },
  { path: '/insights', name: 'insights', actions: ['insights.read'] },
  { path: '/emergencies', name: 'emergencies', actions: ['emergency.read'] },
  { path: '/penalties', name: 'penalties', actions: ['penalty.list'] },
  { path: '/exposures', name: 'exposures', actions: ['exposure.list', 'exposure.register'] },
  { path: '/disputes', name: 'disputes', actions: ['dispute.list'] },
  { path: '/rankings', name: 'rankings', actions: ['ranking.list'], cases: true },
  { path: '/defects', name: 'defects', actions: ['defect.list'] },
  { path: '/projects', name: 'projects', actions: ['project.write'] },
  // Everybody who works on cases has it, so that it tells of nobody whether they handle a report; custodians open in an emergency.
  { path: '/jb', name: 'reports', actions: ['report.handle'], cases: true },
  { path: '/ops', name: 'ops', actions: ['ops.read'] },
  { path: '/studio/parameters', name: 'parameters', actions: ['studio.read'] },
  { path: '/studio/rulebook', name: 'rulebook', actions: ['rulebook.read'] },
] as const satisfies readonly Page[];

/** Pages that somebody opens by their work on cases, beside those whom a row of the policy names. */
const OF_EVERY_WORKER: readonly string[] = ['/cases', '/insights'];
const CUSTODIAN = 'custodian';

export function menuOf(me: Me): MenuEntry[] {
  return PAGES.filter((page: Page) => isFor(page, me)).map(({ path, name }) => ({
    path,
    text: `menu.${name}` as const,
  }));
}

function isFor({ path, actions, cases, roles }: Page, { groups, worksOnCases, may }: Me): boolean {
  if (roles && !groups.some((group) => roles.includes(group))) return false;
  if (path === '/jb' && groups.includes(CUSTODIAN)) return true;
  if (OF_EVERY_WORKER.includes(path) && worksOnCases) return true;
  return (!cases || worksOnCases) && (actions.length === 0 || actions.some((action) => may.includes(action)));
}

/** 首问: everybody who works on cases may register one. */
export const mayRegister = ({ worksOnCases, may }: Me) => worksOnCases && may.includes('intake.register');
