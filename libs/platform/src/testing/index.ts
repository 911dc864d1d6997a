export { ManualClock } from './clock.js';
export { type TestUnit, writeDirectory } from './directory-rows.js';
export { routesOf } from './routes.js';
export { testStaff } from './subjects.js';
export { openTestService, type TestService } from './test-service.js';
export { testKeyring, testVault } from './vault.js';
