import { Problem } from '@huiying/platform';
import { MAX_FILE_BYTES, type SentFile } from './file-inspection.js';

/** What multer hands over of a multipart request. */
export interface SentForm {
  originalname: string;
  buffer: Buffer;
}

/** One file, one field, no more than a photo may weigh. */
export const UPLOAD = { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 4, parts: 6, headerPairs: 50 } };

export const FILE_BODY = {
  schema: { type: 'object' as const, required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};

/** @throws Problem `file-required` (422) */
export function fileOf(form: SentForm | undefined): SentFile {
  if (!form) throw new Problem('file-required', 'rejected', { errors: [{ field: 'file', code: 'file-required' }] });
  return { name: form.originalname, content: form.buffer };
}
