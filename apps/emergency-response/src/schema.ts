import type { SchemaOptions } from '@huiying/persistence';
import { serviceSchema } from '@huiying/service';
import { EMERGENCY_RESPONSE } from './emergency-response.parts.js';

/** The schema as production makes it: for tests and for the migration runner. */
export const EMERGENCY_RESPONSE_SCHEMA: SchemaOptions = serviceSchema(EMERGENCY_RESPONSE);
