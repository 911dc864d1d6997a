/** Name of this service, of its schema and of its database connection. */
export const INVESTIGATION = 'investigation';
