export * from './cases.js';
export * from './intake.js';
export * from './portal.js';
export * from './tasks.js';
export * from './projects.js';
export * from './handlings.js';
export * from './measures.js';
export * from './operations.js';
