/** Services that own jobs or forms. A service that comes later is named by its models already. */
const SERVICES = ['intake', 'investigation', 'tasklist', 'warranty-routing', 'integrations'] as const;
export type ServiceName = (typeof SERVICES)[number];
