export * from './calendar.js';
export * from './civil-day.js';
export * from './limit.js';
export * from './progress.js';
export * from './seed.js';
