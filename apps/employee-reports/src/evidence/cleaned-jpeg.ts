import { FileDamaged } from './refused-file.js';

const START_OF_SCAN = 0xda;
const COMMENT = 0xfe;
const FIRST_APP = 0xe0;
const LAST_APP = 0xef;
/** Says how colours are written; without it they come out wrong. */
const ADOBE = 0xee;

/** A JPEG as it lies in a PDF, without its comments and application data (Exif, XMP, IPTC); not one pixel changes. */
export function cleanedJpeg(content: Buffer): Buffer {
  if (content.length < 4 || content.readUInt16BE(0) !== 0xffd8) throw new FileDamaged();
  const kept: Buffer[] = [content.subarray(0, 2)];
  let at = 2;
  for (;;) {
    if (at + 4 > content.length || content[at] !== 0xff) throw new FileDamaged();
    const marker = content[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === START_OF_SCAN) break;
    const to = at + 2 + content.readUInt16BE(at + 2);
    const isApp = marker >= FIRST_APP && marker <= LAST_APP && marker !== ADOBE;
    if (!isApp && marker !== COMMENT) kept.push(content.subarray(at, to));
    at = to;
  }
  const end = content.lastIndexOf(Buffer.from([0xff, 0xd9]));
  return Buffer.concat([...kept, content.subarray(at, end > at ? end + 2 : undefined)]);
}
