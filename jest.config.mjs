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

export default {
  projects: [
    { ...base, displayName: 'unit', testRegex: '\\.unit\\.spec\\.ts$' },
    {
      ...base,
      displayName: 'int',
      testRegex: '\\.int\\.spec\\.ts$',
      globalSetup: '<rootDir>/tools/jest/global-setup.mjs',
      globalTeardown: '<rootDir>/tools/jest/global-teardown.mjs',
    },
    { ...base, displayName: 'process', testRegex: '/test/process/.*\\.spec\\.ts$' },
    { ...base, displayName: 'journey', testRegex: '/test/journey/.*\\.spec\\.ts$' },
  ],
};
