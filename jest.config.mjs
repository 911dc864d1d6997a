import { esmPackages, ignorePattern } from './tools/jest/esm-packages.mjs';

const base = {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '\\.[cm]?[jt]sx?$': '<rootDir>/tools/jest/esm-aware-transform.cjs' },
  transformIgnorePatterns: [ignorePattern(esmPackages())],
  resolver: '<rootDir>/tools/jest/resolver.cjs',
  moduleNameMapper: {
    '^@huiying/([^/]+)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
    '^@huiying/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'],
  },
};

const withPostgres = {
  globalSetup: '<rootDir>/tools/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/tools/jest/global-teardown.mjs',
};

/** A kind of test of its own folder below test/ (architecture §9). */
const folder = (name, more = {}) => ({
  ...base,
  displayName: name,
  testRegex: `/test/${name}/.*(?<!\\.(?:unit|int))\\.spec\\.ts$`,
  ...more,
});

export default {
  maxWorkers: '100%', // Jest leaves a core idle by default, of two that is half
  testTimeout: 300_000, // services, clusters and child processes start within it on a busy machine; a spec that needs more says so
  projects: [
    { ...base, displayName: 'unit', testRegex: '\\.unit\\.spec\\.ts$' },
    { ...base, displayName: 'int', testRegex: '\\.int\\.spec\\.ts$', ...withPostgres },
    folder('process'),
    folder('security', withPostgres),
    folder('parity'),
    folder('chaos', withPostgres),
    folder('journey'),
  ],
};
