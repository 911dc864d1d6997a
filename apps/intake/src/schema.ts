/** Name of this service's schema and of its database connection. */
export const INTAKE = 'intake';
