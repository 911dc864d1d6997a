import { posix } from 'node:path';
import { DOMParser, type Document, type Element, onErrorStopParsing, XMLSerializer } from '@xmldom/xmldom';
import { FileDamaged, HiddenContent } from './refused-file.js';

/** Comments and tracked changes, with the name of whoever made them: what they say is part of what the document says. */
const REFUSED = [
  ...['comment', 'commentReference', 'commentRangeStart', 'ins', 'del', 'moveFrom', 'moveTo', 'cellIns', 'cellDel'],
  ...['OLEObject', 'control', 'threadedComment'],
];
/** Numbers of sessions and documents, paths of the writer's computer, templates, mail merge, whoever shares or locks it. */
const TAKEN_OUT = [
  ...['rsids', 'docId', 'revisionPtr', 'absPath', 'fileSharing', 'attachedTemplate', 'mailMerge', 'docVars'],
  ...['permStart', 'permEnd', 'userProtectedRange', 'documentProtection', 'writeProtection'],
];
const ATTRIBUTES = /^(rsid\w*|author|initials|userId|userName|lastEdited|lowestEdited|codeName)$/;
/** Parts that are left out as a whole; the relation that leads there goes with them. */
const RELATIONS_OUT =
  /\/(attachedTemplate|printerSettings|thumbnail|metadata\/[\w-]+|\w+-properties|customXml|people)$/;
const SAFE_LINK = /^(https?|mailto|tel):/i;

export function cleanedXml(bytes: Buffer): Buffer {
  const document = parsed(bytes);
  for (const element of elementsOf(document)) {
    const name = element.localName ?? '';
    if (REFUSED.includes(name) || (name.endsWith('PrChange') && name !== 'PrChange')) throw new HiddenContent();
    if (TAKEN_OUT.includes(name)) element.parentNode?.removeChild(element);
    for (const { name: attribute, localName } of [...element.attributes])
      if (ATTRIBUTES.test(localName ?? attribute)) element.removeAttribute(attribute);
    // The printer of whoever wrote it is left out, and with it what leads there.
    if (name === 'pageSetup') element.removeAttribute('r:id');
  }
  return written(document);
}

/** Relations to parts that are left out go; what lies outside the document is loaded by nobody, a link is followed by a person. */
export function cleanedRelations(name: string, bytes: Buffer, gone: readonly string[]): Buffer {
  const document = parsed(bytes);
  const folder = posix.dirname(posix.dirname(name));
  for (const relation of elementsOf(document).filter(({ localName }) => localName === 'Relationship')) {
    const target = relation.getAttribute('Target') ?? '';
    const type = relation.getAttribute('Type') ?? '';
    const part = target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target));
    if (relation.getAttribute('TargetMode') === 'External') {
      const isLink = type.endsWith('/hyperlink') && SAFE_LINK.test(target);
      if (!isLink) relation.setAttribute('Target', 'about:blank');
    } else if (gone.includes(part)) relation.parentNode?.removeChild(relation);
    if (RELATIONS_OUT.test(type)) relation.parentNode?.removeChild(relation);
  }
  return written(document);
}

export function cleanedTypes(bytes: Buffer, gone: readonly string[]): Buffer {
  const document = parsed(bytes);
  for (const element of elementsOf(document)) {
    const part = element.getAttribute('PartName')?.replace(/^\//, '');
    if (part !== undefined && gone.includes(part)) element.parentNode?.removeChild(element);
    if (/macroEnabled/i.test(element.getAttribute('ContentType') ?? '')) throw new HiddenContent();
  }
  return written(document);
}

/** @throws FileDamaged for what is no XML, and for a document type, which can hold anything */
function parsed(bytes: Buffer): Document {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = bytes.toString(utf16 ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
  if (/<!DOCTYPE/i.test(text)) throw new FileDamaged();
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml');
  } catch {
    throw new FileDamaged();
  }
}

/** All elements as they are now: what is removed while they are gone through does not move the others. */
function elementsOf(document: Document): Element[] {
  return [...document.getElementsByTagName('*')];
}

function written(document: Document): Buffer {
  for (const node of [...document.childNodes]) if (node.nodeType === node.COMMENT_NODE) document.removeChild(node);
  const text = new XMLSerializer().serializeToString(document).replace(/^<\?xml[^>]*\?>\s*/, '');
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
}
