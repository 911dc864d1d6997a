import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { Problem } from '@huiying/platform';

/** A file as it was sent. */
export interface SentFile {
  name: string;
  content: Buffer;
}

/** What is kept of it: images without metadata, documents as they are. */
export interface InspectedFile {
  contentType: string;
  extension: string;
  content: Buffer;
}

export const MAX_FILE_BYTES = 20 * 1024 * 1024;
const MAX_PIXELS = 50_000_000;
const IMAGES: Record<string, string[]> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
};
const PDF = 'application/pdf';

/** One at a time and with a time limit: an image that explodes takes no service along. */
sharp.concurrency(1);
sharp.cache(false);
const SECONDS_PER_IMAGE = 20;

/**
 * Tells what a file is by its first bytes, not by its name, holds both against each other, and writes images anew, so that place and
 * camera do not stay in it (access.md §7 "uploads").
 * @throws Problem `file-type` (415), `file-damaged` (422)
 */
export async function inspectFile({ name, content }: SentFile): Promise<InspectedFile> {
  const found = await fileTypeFromBuffer(content);
  const suffix = name.split('.').at(-1)?.toLowerCase() ?? '';
  const contentType = found?.mime ?? '';
  if (contentType === PDF && suffix === 'pdf') return { contentType, extension: 'pdf', content };
  const suffixes = IMAGES[contentType];
  if (!suffixes?.includes(suffix)) throw new Problem('file-type', 'unsupported');
  return { contentType, extension: suffixes[0] ?? suffix, content: await writtenAnew(content, contentType) };
}

async function writtenAnew(content: Buffer, contentType: string): Promise<Buffer> {
  try {
    const image = sharp(content, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false })
      .timeout({ seconds: SECONDS_PER_IMAGE })
      .rotate(); // by the orientation that the metadata gave, before these go
    switch (contentType) {
      case 'image/png':
        return await image.png().toBuffer();
      case 'image/webp':
        return await image.webp({ quality: 85 }).toBuffer();
      default:
        return await image.jpeg({ quality: 88 }).toBuffer();
    }
  } catch (error) {
    throw new Problem('file-damaged', 'rejected', { cause: error });
  }
}
