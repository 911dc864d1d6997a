export * from './api/index.js';
export * from './events/index.js';
export * from './codes/index.js';
export type { ValuesOf, Variable, Variables } from './variables/index.js';
export * from './jobs/index.js';
export * from './forms/index.js';
export * from './notices/index.js';
export * from './limits/index.js';
export * from './messages/index.js';
