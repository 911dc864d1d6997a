import { readFileSync } from 'node:fs';
import { isMeasured } from './measured.js';

interface Route {
  service: string;
  path: string;
}

/** Every route of the product, as the table of routes has it. */
const ROUTES: Route[] = readFileSync('docs/security/routes.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [service = '', , path = ''] = line.split(',');
    return { service, path };
  });
/** As the request has it: the prefix, and something for every parameter. */
const addressOf = (path: string) =>
  (path.startsWith('/internal/') ? path : `/api${path}`).replace(/:\w+/g, 'TS-FH01-20260302-0001');

describe('requests that go into the metrics', () => {
  it('access.md §5 no route of the reports, of what is handed over to them or of the files of the supervision office', () => {
    const sealed = ROUTES.filter(
      ({ service, path }) =>
        (service === 'employee-reports' && !path.startsWith('/ops/')) || /sealed|supervision/.test(path),
    );
    expect(sealed.length).toBeGreaterThan(20);
    expect(sealed.filter(({ path }) => isMeasured(addressOf(path)))).toEqual([]);
    expect(isMeasured('/api/jb/reports?state=open')).toBe(false);
  });

  it('access.md §5 all others do, whatever they are asked for', () => {
    const others = ROUTES.filter(
      ({ service, path }) => service !== 'employee-reports' && !/sealed|supervision/.test(path),
    );
    expect(others.filter(({ path }) => !isMeasured(addressOf(path)))).toEqual([]);
    for (const url of ['/api/cases/supervision', '/api/jbx', '/api/portal/reportsx', '/health/ready'])
      expect([url, isMeasured(url)]).toEqual([url, true]);
  });
});
