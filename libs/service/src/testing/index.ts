export { Neighbours } from './neighbours.js';
export {
  type Answer,
  type Checked,
  type Filling,
  openService,
  type ServiceOptions,
  ServiceUnderTest,
} from './service-under-test.js';
