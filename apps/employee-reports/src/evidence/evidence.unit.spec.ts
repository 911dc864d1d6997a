import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import sharp from 'sharp';
import writeExcelFile from 'write-excel-file/node';
import { cleaned, fileName, MAX_FILE_BYTES } from './cleaned-file.js';

/** Words that say who wrote it; after cleaning none of them is left, in whatever way they are packed. */
const WHO = '柏青作者甲';
const PRODUCER = 'Producer-MARKER-77';
const MARKS = [
  WHO,
  Buffer.from(WHO).toString('latin1'),
  Buffer.from(WHO, 'utf16le').swap16().toString('hex').toUpperCase(),
  PRODUCER,
  ...['GPS-MARKER', 'XMP-MARKER', 'UNLINKED-MARKER', 'COMMENTER-MARKER', 'SCRIPT-MARKER', 'TIMETIME', '00AB12CD'],
];

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

async function photo(): Promise<Buffer> {
  return sharp({ create: { width: 16, height: 16, channels: 3, background: '#336699' } })
    .withExif({ IFD0: { ImageDescription: 'GPS-MARKER 31.2 121.5' } })
    .jpeg()
    .toBuffer();
}

/** A PDF with an author, XMP, a script, a comment, a photo with a place, and an earlier version that is only unlinked. */
async function pdf(change: (document: PDFDocument) => Promise<void> | void = () => undefined): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([200, 200]);
  document.setAuthor(WHO);
  document.setProducer(PRODUCER);
  page.drawImage(await document.embedJpg(await photo()), { x: 10, y: 10, width: 50, height: 50 });
  page.drawText('evidence on the page', { x: 10, y: 100, size: 10 });
  document.addJavaScript('hello', 'app.alert("SCRIPT-MARKER")');
  const { context } = document;
  context.register(context.stream('UNLINKED-MARKER'));
  document.catalog.set(PDFName.of('Metadata'), context.register(context.stream(`<x:xmpmeta>XMP-MARKER</x:xmpmeta>`)));
  const comment = context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 10, 10] });
  comment.set(PDFName.of('T'), PDFString.of('COMMENTER-MARKER'));
  comment.set(PDFName.of('Contents'), PDFString.of('said in the comment'));
  page.node.set(PDFName.of('Annots'), context.obj([context.register(comment)]));
  await change(document);
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

function docx(
  parts: Record<string, string> = {},
  body = '<w:p w:rsidR="00AB12CD"><w:r><w:t>正文证据</w:t></w:r></w:p>',
) {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${OFFICE}wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>${WHO}</dc:creator></cp:coreProperties>`,
    'word/_rels/settings.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/attachedTemplate" Target="file:///C:/Users/${WHO}/Normal.dotm" TargetMode="External"/></Relationships>`,
    'word/settings.xml': `<w:settings ${W} ${R}><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids><w:attachedTemplate r:id="rId1"/></w:settings>`,
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
}

function xlsx(parts: Record<string, string> = {}): Buffer {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${OFFICE}spreadsheetml.sheet.main+xml"/><Override PartName="/docProps/app.xml" ContentType="x"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'docProps/app.xml': `<Properties><Company>${WHO}</Company></Properties>`,
    'xl/workbook.xml': `<workbook ${R} xmlns:x15ac="a"><fileSharing userName="${WHO}"/><x15ac:absPath url="C:\\Users\\${WHO}\\"/><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${R}><sheetData><row><c t="inlineStr"><is><t>回扣 3,000</t></is></c></row></sheetData><pageSetup r:id="rId1"/></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/printerSettings" Target="../printerSettings/printerSettings1.bin"/></Relationships>`,
    'xl/printerSettings/printerSettings1.bin': `\\\\PRINTER-${WHO}`,
    ...parts,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
}

/** One frame of layer III, 128 kbit/s at 44.1 kHz. */
const FRAME = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413, 0x55)]);

function mp3(): Buffer {
  const text = Buffer.from(`TPE1${WHO}`);
  const tag = Buffer.concat([Buffer.from('ID3\x03\x00\x00\x00\x00\x00', 'latin1'), Buffer.from([text.length]), text]);
  const old = Buffer.alloc(128);
  old.write(`TAG${WHO}`);
  return Buffer.concat([tag, FRAME, FRAME, FRAME, Buffer.from(`APETAGEX${WHO}`), old]);
}

const box = (type: string, ...parts: (string | Buffer)[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};
const DATED = Buffer.concat([Buffer.alloc(4), Buffer.from('TIMETIME'), Buffer.alloc(80)]);

function m4a(handler = 'soun', brand = 'M4A '): Buffer {
  const hdlr = box('hdlr', Buffer.alloc(8), handler, Buffer.alloc(12), `Recorder of ${WHO}\0`);
  const track = box(
    'trak',
    box('tkhd', DATED),
    box('mdia', box('mdhd', DATED), hdlr, box('minf', box('stbl', 'tables'))),
  );
  const moov = box('moov', box('mvhd', DATED), track, box('udta', box('\u00a9nam', WHO)), box('meta', WHO));
  return Buffer.concat([
    box('ftyp', brand, Buffer.alloc(4), brand),
    moov,
    box('mdat', 'the sound itself'),
    box('uuid', WHO),
  ]);
}

/** Everything that a document holds, unpacked as far as it goes. */
async function unpackedText(content: Buffer, contentType: string): Promise<string> {
  if (contentType.startsWith(OFFICE))
    return Object.entries(unzipSync(content))
      .map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`)
      .join('\n');
  if (contentType !== 'application/pdf') return content.toString('latin1') + content.toString('utf8');
  const document = await PDFDocument.load(content, { updateMetadata: false });
  const objects = document.context.enumerateIndirectObjects().map(([, object]) => {
    const raw = (object as { contents?: Uint8Array }).contents;
    return `${object.toString()}${raw ? Buffer.from(raw).toString('latin1') : ''}`;
  });
  return objects.join('\n') + content.toString('latin1');
}

const refused = (content: Buffer) =>
  cleaned(content).then(
    () => 'kept',
    ({ code, status }: { code: string; status: number }) => `${status} ${code}`,
  );

describe('evidence of reports: what it is by its bytes, without whose it was (access.md §5 "files")', () => {
  it.each([
    ['a photo', photo, 'image/png', 'png'],
    ['a PDF', pdf, 'application/pdf', 'pdf'],
    ['a docx', docx, `${OFFICE}wordprocessingml.document`, 'docx'],
    ['an xlsx', xlsx, `${OFFICE}spreadsheetml.sheet`, 'xlsx'],
    ['an mp3', mp3, 'audio/mpeg', 'mp3'],
    ['an m4a', m4a, 'audio/mp4', 'm4a'],
  ])('R05.3 %s is taken; who made it, where and on what is taken out', async (_what, made, contentType, extension) => {
    const sent = await made();
    const before = await unpackedText(sent, contentType);
    expect(MARKS.some((mark) => before.includes(mark))).toBe(true);
    const kept = await cleaned(sent);
    expect([kept.contentType, kept.original]).toEqual([contentType, false]);
    expect(fileName(3, kept.contentType)).toBe(`3.${extension}`);
    const text = await unpackedText(kept.content, contentType);
    expect(MARKS.filter((mark) => text.includes(mark))).toEqual([]);
  });

  it('a workbook as a program writes it opens afterwards with the same cells', async () => {
    const sent = await writeExcelFile([
      [{ value: '日期' }, { value: '回扣' }],
      [{ value: '三月' }, { value: 3000 }],
    ]).toBuffer();
    const kept = await cleaned(sent);
    const [sheet] = await readExcelFile(kept.content);
    expect(sheet?.data).toEqual([
      ['日期', '回扣'],
      ['三月', 3000],
    ]);
  });

  it('what a document says stays: pages, comments of a PDF, text, cells, sound', async () => {
    const page = await cleaned(await pdf());
    const document = await PDFDocument.load(page.content, { updateMetadata: false });
    expect(document.getPageCount()).toBe(1);
    expect(await unpackedText(page.content, page.contentType)).toContain('said in the comment');
    expect([document.getAuthor(), document.getProducer()]).toEqual([undefined, undefined]);
    expect(await unpackedText((await cleaned(docx())).content, OFFICE)).toContain('正文证据');
    const sheet = await unpackedText((await cleaned(xlsx())).content, OFFICE);
    expect(sheet).toContain('回扣 3,000');
    expect(sheet).not.toMatch(/printerSettings|docProps|pageSetup r:id/);
    expect((await cleaned(mp3())).content).toEqual(Buffer.concat([FRAME, FRAME, FRAME]));
    const sound = await cleaned(m4a());
    expect(sound.content.length).toBe(m4a().length);
    expect(sound.content.includes('the sound itself')).toBe(true);
  });

  it('a PDF with an attached file, a signature, a form with data of its own or a password is refused with the way out', async () => {
    const attached = await pdf((document) => document.attach(Buffer.from('x'), 'list.txt'));
    const withKey = (key: string) =>
      pdf(({ catalog, context }) => catalog.set(PDFName.of('X'), context.obj({ [key]: context.obj([]) })));
    const locked = Buffer.from((await pdf()).toString('latin1').replace('/Root', '/Encrypt 99 0 R /Root'), 'latin1');
    for (const content of [attached, await withKey('ByteRange'), await withKey('XFA'), locked])
      expect(await refused(content)).toBe('422 report-file-hidden');
  });

  it.each([
    ['comments', docx({ 'word/comments.xml': `<w:comments ${W}><w:comment w:author="${WHO}"/></w:comments>` })],
    ['tracked changes', docx({}, `<w:p><w:ins w:author="${WHO}"><w:r><w:t>加</w:t></w:r></w:ins></w:p>`)],
    ['macros', docx({ 'word/vbaProject.bin': 'x' })],
    ['an embedded file', docx({ 'word/embeddings/oleObject1.bin': 'x' })],
    ['comments of a sheet', xlsx({ 'xl/comments1.xml': `<comments><commentList><comment/></commentList></comments>` })],
  ])('a document with %s is refused with the way out', async (_what, content) => {
    expect(await refused(content)).toBe('422 report-file-hidden');
  });

  it.each([
    ['nothing', Buffer.alloc(0), '422 file-required'],
    ['one byte too many', Buffer.alloc(MAX_FILE_BYTES + 1), '413 file-too-large'],
    ['text', Buffer.from('just words'), '415 report-file-type'],
    ['HTML', Buffer.from('<html><script>1</script></html>'), '415 report-file-type'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), '415 report-file-type'],
    ['a bare ZIP', Buffer.from(zipSync({ 'a.txt': strToU8('x') })), '415 report-file-type'],
    ['a film', m4a('vide', 'isom'), '415 report-file-type'],
    ['a PDF that is none', Buffer.from('%PDF-1.7\nnothing'), '422 file-damaged'],
    ['a document type', docx({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }), '422 file-damaged'],
    ['a path that leads out', docx({ '../evil.xml': '<a/>' }), '422 file-damaged'],
    ['a bomb', docx({ 'word/media/a.txt': '0'.repeat(30_000_000) }), '422 file-damaged'],
  ])('%s is refused', async (_what, content, expected) => {
    expect(await refused(content)).toBe(expected);
  });

  it('20 MB to the byte are looked at, not refused for their size', async () => {
    expect(await refused(Buffer.concat([FRAME, Buffer.alloc(MAX_FILE_BYTES - FRAME.length)]))).not.toContain('413');
  });

  it('what runs or is loaded from elsewhere goes: external parts lead nowhere, links that people follow stay', async () => {
    const relations = (type: string, target: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${RELATION}/${type}" Target="${target}" TargetMode="External"/></Relationships>`;
    const of = async (type: string, target: string) =>
      unpackedText((await cleaned(docx({ 'word/_rels/document.xml.rels': relations(type, target) }))).content, OFFICE);
    expect(await of('image', 'https://spy.example/pixel.png')).not.toContain('spy.example');
    expect(await of('hyperlink', `file:///C:/Users/${WHO}/a.txt`)).not.toContain(WHO);
    expect(await of('hyperlink', 'https://news.example/a')).toContain('news.example');
  });

  it('as it is: kept byte for byte where the reporter says so, but never of another kind', async () => {
    const sent = docx({ 'word/comments.xml': `<w:comments ${W}><w:comment w:author="${WHO}"/></w:comments>` });
    const kept = await cleaned(sent, true);
    expect([kept.original, kept.content.equals(sent)]).toEqual([true, true]);
    await expect(cleaned(Buffer.from('<html></html>'), true)).rejects.toMatchObject({ code: 'report-file-type' });
  });
});
