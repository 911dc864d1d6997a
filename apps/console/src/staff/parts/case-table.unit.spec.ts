import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const STAFF = join(process.cwd(), 'apps/console/src/staff');

it('every list of the console is drawn by CaseTable', () => {
  const files = readdirSync(STAFF, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const own = files.filter((file) => readFileSync(join(STAFF, file), 'utf8').includes('className="case-table"'));
  expect(own).toEqual([join('parts', 'case-table.tsx')]);
});
