import type { SchemaOptions } from '@huiying/persistence';
import { serviceSchema } from '@huiying/service';
import { INSIGHTS } from './insights.parts.js';

/** The schema as production makes it: for tests and for the migration runner. */
export const INSIGHTS_SCHEMA: SchemaOptions = serviceSchema(INSIGHTS);
