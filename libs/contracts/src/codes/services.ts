/** Services that own jobs or forms. */
export const SERVICES = [
  'intake',
  'investigation',
  'tasklist',
  'warranty-routing',
  'media-penalties',
  'emergency-response',
  'employee-reports',
  'insights',
  'studio',
] as const;
export type ServiceName = (typeof SERVICES)[number];
