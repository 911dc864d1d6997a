export { eventually } from './waiting.js';
export { eventsDatabase } from './events-database.js';
export type { EventsDatabase } from './events-database.js';
export { supplementReceived } from './factories.js';
