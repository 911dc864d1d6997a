import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { Problem } from '@huiying/platform';

/** What is kept of a file: pixels, without place, camera, name or time. */
export interface CleanedFile {
  contentType: string;
  content: Buffer;
}

export const MAX_FILE_BYTES = 20 * 1024 * 1024;
const MAX_PIXELS = 50_000_000;
const SECONDS_PER_IMAGE = 20;
const IMAGES = ['image/jpeg', 'image/png', 'image/webp'];

sharp.concurrency(1);
sharp.cache(false);

/**
 * Images are written anew; everything else is refused, for author, history and comments of documents cannot be taken out of them with
 * certainty, and a refusal is kinder than a trace (access.md §5 "files": cleaned or refused).
 * @throws Problem `file-required`, `file-too-large`, `report-file-type` (415), `file-damaged` (422)
 */
export async function cleaned(content: Buffer): Promise<CleanedFile> {
  if (content.length === 0) throw new Problem('file-required', 'rejected');
  if (content.length > MAX_FILE_BYTES) throw new Problem('file-too-large', 'too-large');
  const contentType = (await fileTypeFromBuffer(content))?.mime ?? '';
  if (!IMAGES.includes(contentType)) throw new Problem('report-file-type', 'unsupported');
  try {
    const image = sharp(content, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false })
      .timeout({ seconds: SECONDS_PER_IMAGE })
      .rotate();
    // One format for all: the camera's own encoder tells of the camera.
    return { contentType: 'image/png', content: await image.png().toBuffer() };
  } catch (error) {
    throw new Problem('file-damaged', 'rejected', { cause: error });
  }
}
