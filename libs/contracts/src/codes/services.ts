/** Services that own jobs or forms. */
export type ServiceName = 'intake' | 'investigation' | 'tasklist' | 'warranty-routing' | 'integrations';
