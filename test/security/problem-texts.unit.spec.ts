import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { knowsProblem } from '@huiying/platform';
import { SERVICES } from './services.js';

/** Codes of problems and of field errors, as the sources write them. */
const CODES = [/new Problem\(\s*'([\w-]+)'/g, /\bfield: [^,{}]+, code: '([\w-]+)'/g];

describe('every problem code that a service answers with has a text in Chinese and English (architecture.md §7)', () => {
  const sources = ['apps', 'libs']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
    .filter((file) => /\.ts$/.test(file) && !/\.spec\.ts$|[\\/](testing|console|engine)[\\/]/.test(file));

  it('is registered by the module that uses it', () => {
    // Their modules are loaded, and with them the texts that they register.
    expect(Object.keys(SERVICES)).toContain('intake');
    const unknown = sources.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const codes = CODES.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code = '']) => code));
      return codes.filter((code) => !knowsProblem(code)).map((code) => `${file}: ${code}`);
    });
    expect(unknown).toEqual([]);
  });
});
