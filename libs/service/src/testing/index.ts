export { Neighbours } from './neighbours.js';
export { type OpenedService, openService, type ServiceOptions } from './open-service.js';
export { type Answer, type Checked, type Filling, ServiceUnderTest } from './service-under-test.js';
