import { FileDamaged } from './refused-file.js';

/** A box of an MP4 container: its kind, and where its payload lies. */
interface Box {
  type: string;
  from: number;
  body: number;
  to: number;
}

/** Boxes that sound needs, by the box that they lie in; '' is the file itself. Everything else (udta, meta, uuid, …) is blanked. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  '': ['ftyp', 'styp', 'moov', 'mdat', 'moof', 'sidx'],
  moov: ['mvhd', 'trak', 'mvex'],
  trak: ['tkhd', 'edts', 'mdia'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['smhd', 'dinf', 'stbl'],
};
/** Their creation and modification times are set to none. */
const DATED = ['mvhd', 'tkhd', 'mdhd'];
const DEEPEST = 8;

/** Whether an MP4 container holds sound and no other track: no picture, no text, no positions. */
export function isSound(content: Buffer): boolean {
  try {
    const tracks = tracksOf(content);
    return tracks.length > 0 && tracks.every((kind) => kind === 'soun');
  } catch {
    return false;
  }
}

/**
 * A recording without names, dates, place and device. Boxes are blanked where they lie and keep their length, for tables in the file say
 * at which byte the sound begins.
 */
export function cleanedSound(sent: Buffer): Buffer {
  const content = Buffer.from(sent);
  blank(content, '', { type: '', from: 0, body: 0, to: content.length });
  return content;
}

function blank(content: Buffer, kind: string, within: Box): void {
  for (const box of boxesOf(content, within)) {
    if (!KEPT[kind]?.includes(box.type)) {
      content.write('free', box.from + 4, 'latin1');
      content.fill(0, box.body, box.to);
    } else if (DATED.includes(box.type)) {
      // A version, three bytes of flags, then both times: four bytes each, or eight in version 1.
      const width = content[box.body] === 1 ? 16 : 8;
      content.fill(0, box.body + 4, Math.min(box.to, box.body + 4 + width));
    } else if (box.type === 'hdlr') {
      // Behind the kind of the track stands a name, which some recorders fill with their own.
      content.fill(0, Math.min(box.to, box.body + 24), box.to);
    } else if (box.type in KEPT) {
      blank(content, box.type, box);
    }
  }
}

function tracksOf(content: Buffer): string[] {
  const kinds: string[] = [];
  const look = (within: Box, depth: number) => {
    if (depth > DEEPEST) throw new FileDamaged();
    for (const box of boxesOf(content, within)) {
      if (box.type === 'hdlr' && within.type === 'mdia')
        kinds.push(content.subarray(box.body + 8, box.body + 12).toString('latin1'));
      else if (['moov', 'trak', 'mdia'].includes(box.type)) look(box, depth + 1);
    }
  };
  look({ type: '', from: 0, body: 0, to: content.length }, 0);
  return kinds;
}

/** Boxes directly within another. @throws FileDamaged where a length leads out of it */
function boxesOf(content: Buffer, { body, to }: Box): Box[] {
  const boxes: Box[] = [];
  for (let from = body; from < to;) {
    if (from + 8 > to) throw new FileDamaged();
    const short = content.readUInt32BE(from);
    const isLong = short === 1;
    if (isLong && from + 16 > to) throw new FileDamaged();
    const length = short === 0 ? to - from : isLong ? Number(content.readBigUInt64BE(from + 8)) : short;
    const header = isLong ? 16 : 8;
    if (length < header || from + length > to) throw new FileDamaged();
    const type = content.subarray(from + 4, from + 8).toString('latin1');
    boxes.push({ type, from, body: from + header, to: from + length });
    from += length;
  }
  return boxes;
}
