export { eventually } from './waiting.js';
export { supplementReceived } from './factories.js';
