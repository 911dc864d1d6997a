import { readFileSync } from 'node:fs';
import {
  ACTIONS,
  type Bundle,
  BUNDLES,
  holdingsFor,
  ROLES,
  rolesOf,
  staff,
  type StaffSubject,
  worksOnCases,
} from '@huiying/platform';
import { mayRegister, menuOf } from '../../apps/console/src/staff/frame/menu.js';
import { holderOf } from './access-situations.js';

/** The reviewed matrix, so that menu and policy table cannot be wrong together. */
const MATRIX = readFileSync('docs/security/access-matrix.csv', 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','));
/** Bundles of people who work on cases. */
const WORKERS: Bundle[] = ['DESK', 'DEPT', 'CS', 'HEAD', 'MGT', 'FIN', 'REV', 'SUP', 'RPT'];

function rolesNamed(word: string): string[] {
  const bundle = BUNDLES.find((one) => one === word);
  return bundle ? rolesOf(bundle) : [word];
}

/** Roles that a line of the matrix names for the action; `*` is everybody. */
function allowed(action: string, role: string): boolean {
  return MATRIX.filter(([of]) => of === action).some(([, , , , who = '']) =>
    who.split(' ').some((word) => word === '*' || rolesNamed(word).includes(role)),
  );
}

const isWorker = (role: string) => WORKERS.flatMap(rolesOf).some((one) => one === role);
const only =
  (...actions: string[]) =>
  (role: string) =>
    actions.some((action) => allowed(action, role));

/** Who finds a page in the menu. */
const PAGES: Record<string, (role: string) => boolean> = {
  '/desk': (role) => rolesOf('DESK').some((one) => one === role) && allowed('intake.similar', role),
  '/tasks': isWorker,
  '/cases': (role) => isWorker(role) || role === 'authority-contact',
  '/insights': (role) => isWorker(role) || allowed('insights.read', role),
  '/emergencies': (role) =>
    ['emergency-office', 'leader-in-charge', 'general-manager', 'emergency-leading-group'].includes(role),
  '/penalties': only('penalty.list'),
  '/exposures': only('exposure.list', 'exposure.register'),
  '/disputes': only('dispute.list'),
  '/rankings': (role) => isWorker(role) && allowed('ranking.list', role),
  '/defects': only('defect.list'),
  '/projects': only('project.write'),
  '/jb': (role) => isWorker(role) || role === 'custodian',
  '/ops': only('ops.read'),
  '/studio/parameters': only('studio.read'),
  '/studio/rulebook': only('rulebook.read'),
};

/** As `GET /api/me` tells it, at an organisation where everything is to be found. */
function meOf(subject: StaffSubject) {
  return {
    groups: subject.holdings.map(({ role }) => role),
    worksOnCases: worksOnCases(subject),
    may: ACTIONS.filter((action) => holdingsFor(subject, action).length > 0),
  };
}

describe('the side menu follows the access policy (console.md §1, access.md §2)', () => {
  it.each(ROLES)('%s finds what the policy allows, and nothing else', (role) => {
    const shown = menuOf(meOf(staff(holderOf(role)))).map(({ path }) => path);
    const expected = Object.keys(PAGES).filter((path) => PAGES[path]?.(role));
    expect([...shown].sort()).toEqual(expected.sort());
  });

  it('R06.4 an outside authority registers nothing; everybody who works on cases does (R12.1)', () => {
    expect(mayRegister(meOf(staff(holderOf('authority-contact'))))).toBe(false);
    expect(mayRegister(meOf(staff(holderOf('operator'))))).toBe(false);
    expect(mayRegister(meOf(staff(holderOf('finance'))))).toBe(true);
  });
});
