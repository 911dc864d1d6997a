import { unzipSync, zipSync } from 'fflate';
import { cleanedPart } from './cleaned-image.js';
import { cleanedXml, cleanedRelations, cleanedTypes } from './cleaned-office-xml.js';
import { FileDamaged, HiddenContent } from './refused-file.js';

/** What a docx or xlsx may unpack to (access.md §7 "uploads"). */
const MAX_ENTRIES = 2_000;
const MAX_UNPACKED = 200 * 1024 * 1024;
const MAX_RATIO = 100;
/** XML that is read as a tree, all of it together; evidence of this length is better sent in parts. */
const MAX_XML = 24 * 1024 * 1024;

/** Properties, persons, printer, labels of the company, extensions: nobody misses them in the text. */
const TAKEN_OUT =
  /(^|\/)(docProps|customXml|docMetadata|printerSettings|webextensions|persons)\/|(^|\/)people\.xml$|(^|\/)thumbnail\.|^\[trash\]\//i;
/** Programs, files within the file, signatures, and the history of a shared workbook. */
const REFUSED =
  /vbaProject|(^|\/)(activeX|embeddings|ctrlProps|revisions|_xmlsignatures|threadedComments)\/|\.(bin|ole|exe|js|vbs)$/i;
const IMAGE = /\.(jpe?g|png|webp)$/i;
const XML = /\.(xml|rels|vml|svg)$/i;
/** Every entry of the new archive has this date: the day on which somebody worked is nobody's business. */
const DATE = '1980-01-02T12:00:00';

/**
 * A docx or xlsx, unpacked, without whoever wrote it, and packed again.
 * @throws HiddenContent for comments, tracked changes, macros, embedded files and signatures; FileDamaged for what is no such document,
 * or unpacks to more than it may
 */
export async function cleanedOffice(content: Buffer): Promise<Buffer> {
  const parts = Object.entries(unpacked(content));
  const gone = parts.map(([name]) => name).filter((name) => TAKEN_OUT.test(name));
  const kept = parts.filter(([name]) => !gone.includes(name));
  if (kept.some(([name]) => REFUSED.test(name))) throw new HiddenContent();
  const xml = kept.filter(([name]) => XML.test(name)).reduce((sum, [, bytes]) => sum + bytes.length, 0);
  if (xml > MAX_XML) throw new FileDamaged();
  const clean: Record<string, Uint8Array> = {};
  for (const [name, bytes] of kept) clean[name] = await cleanedEntry(name, Buffer.from(bytes), gone);
  return Buffer.from(zipSync(clean, { mtime: DATE, level: 6 }));
}

async function cleanedEntry(name: string, bytes: Buffer, gone: readonly string[]): Promise<Uint8Array> {
  if (name === '[Content_Types].xml') return cleanedTypes(bytes, gone);
  if (name.endsWith('.rels')) return cleanedRelations(name, bytes, gone);
  if (XML.test(name)) return cleanedXml(bytes);
  const [, extension = ''] = IMAGE.exec(name) ?? [];
  const format = extension.toLowerCase().replace('jpg', 'jpeg');
  return format === 'jpeg' || format === 'png' || format === 'webp' ? cleanedPart(bytes, format) : bytes;
}

/** No entry is unpacked before all of them were counted, and none grows beyond what it was said to be. */
function unpacked(content: Buffer): Record<string, Uint8Array> {
  const sizes: number[] = [];
  const look = (name: string, size: number) => {
    if (name.startsWith('/') || name.includes('..') || name.includes('\\')) throw new FileDamaged();
    sizes.push(size);
    const total = sizes.reduce((sum, one) => sum + one, 0);
    if (sizes.length > MAX_ENTRIES || total > MAX_UNPACKED || total > content.length * MAX_RATIO)
      throw new FileDamaged();
    return false;
  };
  unzipSync(content, { filter: ({ name, originalSize }) => look(name, originalSize) });
  return unzipSync(content, { filter: ({ name }) => !name.endsWith('/') });
}
