import { randomBytes } from 'node:crypto';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { cleanedJpeg } from './cleaned-jpeg.js';
import { FileDamaged, HiddenContent } from './refused-file.js';

/** Who made it, with what, when; what runs by itself when it is opened. Taken out wherever it stands. */
const TAKEN_OUT = [
  ...['Metadata', 'PieceInfo', 'LastModified', 'Thumb', 'CreatorInfo', 'SpiderInfo', 'Legal'],
  ...['OpenAction', 'AA', 'JS', 'JavaScript'],
];
/** Of a comment: its author, dates and number; what it says stays. A field of a form keeps its name, which is the form's. */
const OF_COMMENT = ['T', 'NM', 'M', 'CreationDate'];
/** Hidden files, forms with data of their own, signatures: refused, for taking them out would change what the document says. */
const REFUSED = ['EmbeddedFiles', 'EmbeddedFile', 'EF', 'AF', 'XFA', 'Collection', 'ByteRange', 'RichMediaContent'];
const REFUSED_ANNOTATIONS = ['FileAttachment', 'RichMedia', 'Screen', 'Movie', 'Sound', '3D'];
/** Actions that do more than lead to a place or an address. */
const ACTS = ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE', 'Rendition', 'Movie', 'Sound'];
const OBJECTS_PER_TICK = 200;

/**
 * A PDF written anew from what its pages need: without Info, XMP, earlier versions and objects that nothing leads to (the library keeps
 * those unless they are deleted one by one), its photos without Exif.
 * @throws HiddenContent for attached files, signatures, passwords and the like
 */
export async function cleanedPdf(content: Buffer): Promise<Buffer> {
  const document = await opened(content);
  const { context } = document;
  const used = new Cleaning(context).from(context.trailerInfo.Root);
  for (const [ref] of context.enumerateIndirectObjects()) if (!used.has(ref)) context.delete(ref);
  delete context.trailerInfo.Info;
  const id = PDFHexString.of(randomBytes(16).toString('hex'));
  context.trailerInfo.ID = context.obj([id, id]);
  const bytes = await document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    rewrite: true,
    objectsPerTick: OBJECTS_PER_TICK,
  });
  return Buffer.from(bytes);
}

async function opened(content: Buffer): Promise<PDFDocument> {
  // A document with a password fails to load as well; said is only that its content stays hidden.
  if (/\/Encrypt[\s<[]/.test(content.toString('latin1', Math.max(0, content.length - 4096)))) throw new HiddenContent();
  return PDFDocument.load(content, {
    updateMetadata: false,
    parseSpeed: OBJECTS_PER_TICK,
    warnOnInvalidObjects: false,
    preserveXFA: true,
  }).catch((error: unknown) => {
    throw error instanceof Error && /encrypt/i.test(error.message) ? new HiddenContent() : new FileDamaged();
  });
}

/** One walk over everything that the document's root leads to. */
class Cleaning {
  private readonly used = new Set<PDFRef>();
  private readonly seen = new Set<PDFObject>();
  private readonly waiting: { object: PDFObject; ref?: PDFRef }[] = [];

  constructor(private readonly context: PDFContext) {}

  /** @returns what is still needed */
  from(root: PDFObject | undefined): ReadonlySet<PDFRef> {
    if (!root) throw new FileDamaged();
    this.take(root);
    for (let next = this.waiting.pop(); next; next = this.waiting.pop()) this.look(next.object, next.ref);
    return this.used;
  }

  private take(object: PDFObject): void {
    if (object instanceof PDFRef) {
      if (this.used.has(object)) return;
      this.used.add(object);
      const target = this.context.lookup(object);
      if (target) this.waiting.push({ object: target, ref: object });
    } else if (!this.seen.has(object)) this.waiting.push({ object });
  }

  private look(object: PDFObject, ref?: PDFRef): void {
    if (this.seen.has(object)) return;
    this.seen.add(object);
    if (object instanceof PDFArray) for (const item of object.asArray()) this.take(item);
    if (object instanceof PDFDict) this.dictionary(object);
    if (object instanceof PDFStream) {
      this.dictionary(object.dict);
      if (object instanceof PDFRawStream && ref) this.image(object, ref);
    }
  }

  private dictionary(dict: PDFDict): void {
    for (const key of REFUSED) if (dict.has(PDFName.of(key))) throw new HiddenContent();
    for (const key of TAKEN_OUT) dict.delete(PDFName.of(key));
    if (dict.has(PDFName.of('Rect'))) this.annotation(dict);
    for (const key of ['A', 'Next', 'PA']) {
      const action = dict.lookup(PDFName.of(key));
      if (action instanceof PDFDict && ACTS.includes(nameAt(action, 'S'))) dict.delete(PDFName.of(key));
    }
    for (const [, value] of dict.entries()) this.take(value);
  }

  private annotation(dict: PDFDict): void {
    const subtype = nameAt(dict, 'Subtype');
    if (REFUSED_ANNOTATIONS.includes(subtype)) throw new HiddenContent();
    if (subtype !== 'Widget') for (const key of OF_COMMENT) dict.delete(PDFName.of(key));
  }

  /** A photo in a document is the camera's file as it was. */
  private image(stream: PDFRawStream, ref: PDFRef): void {
    const filter = stream.dict.lookup(PDFName.of('Filter'));
    const filters = filter instanceof PDFArray ? filter.asArray().map(String) : filter ? [String(filter)] : [];
    if (filters.includes('/JPXDecode')) throw new HiddenContent();
    if (!filters.includes('/DCTDecode')) return;
    if (filters.length > 1) throw new HiddenContent();
    const content = cleanedJpeg(Buffer.from(stream.contents));
    const cleanedStream = PDFRawStream.of(stream.dict, content);
    this.seen.add(cleanedStream);
    this.context.assign(ref, cleanedStream);
  }
}

const nameAt = (dict: PDFDict, key: string): string => {
  const name = dict.lookup(PDFName.of(key));
  return name instanceof PDFName ? name.decodeText() : '';
};
