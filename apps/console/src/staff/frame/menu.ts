import type { StaffKey } from '../../words/staff-words.js';
import { mayReadEmergencies } from '../emergencies/emergency-roles.js';
import {
  mayReadDisputes,
  mayReadExposures,
  mayReadPenalties,
  mayReadRankings,
  mayRegisterExposure,
} from '../penalties/fine-roles.js';
import { mayKeepProjects, mayReadDefects } from '../projects/project-roles.js';
import { mayReadParameters } from '../studio/studio-roles.js';

/** Side menu by role (console.md §1): what somebody may not use is absent, the first entry is where they land. */
export interface MenuEntry {
  path: string;
  text: StaffKey;
}

const DESK: MenuEntry = { path: '/desk', text: 'menu.desk' };
const TASKS: MenuEntry = { path: '/tasks', text: 'menu.tasks' };
const CASES: MenuEntry = { path: '/cases', text: 'menu.cases' };
/** Everybody who works on cases has it, so that it tells of nobody whether they handle a report. */
const REPORTS: MenuEntry = { path: '/jb', text: 'menu.reports' };
const INSIGHTS: MenuEntry = { path: '/insights', text: 'menu.insights' };
const PENALTIES: MenuEntry = { path: '/penalties', text: 'menu.penalties' };
const EXPOSURES: MenuEntry = { path: '/exposures', text: 'menu.exposures' };
const EMERGENCIES: MenuEntry = { path: '/emergencies', text: 'menu.emergencies' };
const DISPUTES: MenuEntry = { path: '/disputes', text: 'menu.disputes' };
const RANKINGS: MenuEntry = { path: '/rankings', text: 'menu.rankings' };
const PARAMETERS: MenuEntry = { path: '/studio/parameters', text: 'menu.parameters' };
const RULEBOOK: MenuEntry = { path: '/studio/rulebook', text: 'menu.rulebook' };
const DEFECTS: MenuEntry = { path: '/defects', text: 'menu.defects' };
const PROJECTS: MenuEntry = { path: '/projects', text: 'menu.projects' };
const OPS: MenuEntry = { path: '/ops', text: 'menu.ops' };

const DESK_ROLES = ['intake-desk', 'general-office', 'property-steward'];
const OPS_ROLES = ['operator', 'process-designer', 'studio-approver'];
/** Platform roles never carry case content (access.md §1). */
const NO_CASES = ['operator', 'process-designer', 'studio-approver', 'integrator', 'administrator'];

/** Somebody of an outside authority reads the cases for which it is consulted, and has no task (R06.4). */
const OUTSIDE = 'authority-contact';

export function menuOf(groups: readonly string[]): MenuEntry[] {
  if (groups.length > 0 && groups.every((group) => group === OUTSIDE)) return [CASES, RULEBOOK];
  const menu: MenuEntry[] = [];
  if (groups.some((group) => DESK_ROLES.includes(group))) menu.push(DESK);
  if (groups.some((group) => !NO_CASES.includes(group))) menu.push(TASKS, CASES, INSIGHTS);
  // A designer sees where processes wait, of all units.
  else if (groups.includes('process-designer')) menu.push(INSIGHTS);
  if (mayReadEmergencies(groups)) menu.push(EMERGENCIES);
  if (mayReadPenalties(groups)) menu.push(PENALTIES);
  if (mayReadExposures(groups) || mayRegisterExposure(groups)) menu.push(EXPOSURES);
  if (mayReadDisputes(groups)) menu.push(DISPUTES);
  if (mayReadRankings(groups)) menu.push(RANKINGS);
  if (mayReadDefects(groups)) menu.push(DEFECTS);
  if (mayKeepProjects(groups)) menu.push(PROJECTS);
  if (groups.some((group) => !NO_CASES.includes(group))) menu.push(REPORTS);
  if (groups.some((group) => OPS_ROLES.includes(group))) menu.push(OPS);
  if (mayReadParameters(groups)) menu.push(PARAMETERS);
  menu.push(RULEBOOK);
  return menu;
}

/** 首问: everybody who works on cases may register one. */
export const mayRegister = (groups: readonly string[]) => groups.some((group) => !NO_CASES.includes(group));
