import { fileTypeFromBuffer } from 'file-type';
import { Problem } from '@huiying/platform';
import { cleanedImage } from './cleaned-image.js';
import { cleanedMp3 } from './cleaned-mp3.js';
import { cleanedOffice } from './cleaned-office.js';
import { cleanedPdf } from './cleaned-pdf.js';
import { cleanedSound, isSound } from './cleaned-sound.js';
import { FileDamaged, HiddenContent } from './refused-file.js';

/** What is kept of a file: what it shows or says, without whose it was, where or on what it was made. */
export interface CleanedFile {
  contentType: string;
  content: Buffer;
  /** As it was sent, because the reporter said so (access.md §5 "original only if the reporter says so"). */
  original: boolean;
}

/** Bytes of one file, as it is sent. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const AUDIO = 'audio/mp4';

type Cleaner = (content: Buffer) => Promise<Buffer> | Buffer;

/** By content type as it is kept. A recording in an MP4 container counts as one only where it holds nothing but sound. */
const CLEANERS: Readonly<Record<string, Cleaner>> = {
  'image/png': cleanedImage,
  'application/pdf': cleanedPdf,
  [`${OFFICE}wordprocessingml.document`]: cleanedOffice,
  [`${OFFICE}spreadsheetml.sheet`]: cleanedOffice,
  'audio/mpeg': cleanedMp3,
  [AUDIO]: cleanedSound,
};
const IMAGES = ['image/jpeg', 'image/png', 'image/webp'];
const MP4 = ['audio/mp4', 'audio/x-m4a', 'video/mp4'];

/**
 * A file is what its bytes say, whatever it is called. Images are written anew; author, history, place and device are taken out of
 * documents and recordings; what cannot be taken out without changing what is said (comments, tracked changes, attached files, a
 * signature) is refused with the way out, for a refusal is kinder than a trace (access.md §5 "files": cleaned or refused).
 * @param asItIs kept unchanged, because the reporter said so; what it is and how large is looked at all the same
 * @throws Problem `file-required`, `file-too-large` (413), `report-file-type` (415), `file-damaged`, `report-file-hidden` (422)
 */
export async function cleaned(content: Buffer, asItIs = false): Promise<CleanedFile> {
  if (content.length === 0) throw new Problem('file-required', 'rejected');
  if (content.length > MAX_FILE_BYTES) throw new Problem('file-too-large', 'too-large');
  const found = await typeOf(content);
  const contentType = IMAGES.includes(found) ? 'image/png' : found;
  const cleaner = CLEANERS[contentType];
  if (!cleaner) throw new Problem('report-file-type', 'unsupported');
  if (asItIs) return { contentType: found, content, original: true };
  try {
    return { contentType, content: await cleaner(content), original: false };
  } catch (error) {
    if (error instanceof HiddenContent) throw new Problem('report-file-hidden', 'rejected');
    // What the libraries say of a file may quote it: nothing of that goes into a log.
    if (error instanceof FileDamaged || !(error instanceof Problem)) throw new Problem('file-damaged', 'rejected');
    throw error;
  }
}

async function typeOf(content: Buffer): Promise<string> {
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  const mime = found?.mime ?? '';
  return MP4.includes(mime) ? (isSound(content) ? AUDIO : '') : mime;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  [`${OFFICE}wordprocessingml.document`]: 'docx',
  [`${OFFICE}spreadsheetml.sheet`]: 'xlsx',
  'audio/mpeg': 'mp3',
  [AUDIO]: 'm4a',
};

/** Name of a file on its way out: its number, and what kind it is. */
export function fileName(n: number, contentType: string): string {
  return `${n}.${EXTENSIONS[contentType] ?? 'bin'}`;
}
