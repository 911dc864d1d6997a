import type { SchemaOptions } from '@huiying/persistence';
import { serviceSchema } from '@huiying/service';
import { MEDIA_PENALTIES } from './media-penalties.parts.js';

/** The schema as production makes it: for tests and for the migration runner. */
export const MEDIA_PENALTIES_SCHEMA: SchemaOptions = serviceSchema(MEDIA_PENALTIES);
