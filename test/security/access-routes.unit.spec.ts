import { readFileSync } from 'node:fs';
import { type RouteDeclaration } from '@huiying/platform';
import { routesOf } from '@huiying/platform/testing';
import { accessOf } from './route-lines.js';
import { SERVICES } from './services.js';

/** Routes of libs/forms and libs/events: any of them answers for every service of the process. */
const OF_LIBRARIES = [' /internal/forms/', ' /ops/outbox', ' /ops/parked'];

/** docs/security/routes.csv is written by whoever adds a route, and reviewed: who may use which route, and how it is decided. */
describe('every route says who may use it, and docs/security/routes.csv says the same (access.md §0.3, §2)', () => {
  const routes: { service: string; route: RouteDeclaration }[] = [];
  const lines = readFileSync('docs/security/routes.csv', 'utf8').trim().split('\n').slice(1);

  beforeAll(async () => {
    const own = new Set((await routesOf([])).map(({ path }) => path));
    for (const route of await routesOf([])) routes.push({ service: 'every service', route });
    for (const [service, module] of Object.entries(SERVICES)) {
      const declared = (await routesOf([module()])).filter(({ path }) => !own.has(path));
      for (const route of declared) routes.push({ service, route });
    }
  });

  it('as it is declared', () => {
    const declared = routes.map(({ service, route }) => [service, route.method, route.path, accessOf(route)].join(','));
    expect(declared.sort()).toEqual([...lines].sort());
  });

  it('is internal exactly where it is for services alone', () => {
    const wrong = routes.filter(
      ({ route }) => (route.access?.mode === 'service') !== route.path.startsWith('/internal/'),
    );
    expect(wrong).toEqual([]);
  });

  it('is served by one service: two would answer by chance in all-in-one', () => {
    const paths = routes.map(({ route }) => `${route.method} ${route.path.replace(/:\w+/g, ':')}`);
    const twice = paths.filter((path, index) => paths.indexOf(path) !== index);
    expect(twice.filter((path) => !OF_LIBRARIES.some((library) => path.includes(library)))).toEqual([]);
  });

  it('decides on the object that it names', () => {
    const named = routes.filter(({ route }) => route.access?.mode === 'object' && /:(caseNo|id|no)\b/.test(route.path));
    const unnamed = routes.filter(
      ({ route }) =>
        /^\/(cases|tasks|attachments|documents)\/:/.test(route.path) &&
        !['object', 'service'].includes(route.access?.mode ?? ''),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(unnamed.map(({ route }) => route.path)).toEqual([]);
  });
});
