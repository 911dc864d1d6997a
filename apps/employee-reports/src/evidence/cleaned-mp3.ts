import { FileDamaged } from './refused-file.js';

/** kbit/s of layer III by the index in the frame's header. */
const RATES_MPEG1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const RATES_MPEG2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLES_MPEG1 = [44_100, 48_000, 32_000];
const HEADER = 4;

/** The frames of sound alone: every tag before, between and behind them (ID3, APE, Lyrics3) stays out. */
export function cleanedMp3(content: Buffer): Buffer {
  const frames: Buffer[] = [];
  let at = afterTag(content);
  while (at + HEADER <= content.length) {
    const length = frameLength(content, at);
    if (length > 0 && at + length <= content.length) frames.push(content.subarray(at, at + length));
    at += length > 0 ? length : 1;
  }
  if (frames.length === 0) throw new FileDamaged();
  return Buffer.concat(frames);
}

/** An ID3v2 tag says its length in four bytes of seven bits; what lies in it (a picture of an album) can look like sound. */
function afterTag(content: Buffer): number {
  if (content.subarray(0, 3).toString('latin1') !== 'ID3' || content.length < 10) return 0;
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((content[at] ?? 0) & 0x7f), 0);
  return 10 + size;
}

/** Bytes of the frame of layer III that begins here; 0: none does. */
function frameLength(content: Buffer, at: number): number {
  const header = content.readUInt32BE(at);
  if (header >>> 21 !== 0x7ff) return 0;
  const version = (header >>> 19) & 3;
  const layer = (header >>> 17) & 3;
  const rateIndex = (header >>> 12) & 15;
  const sampleIndex = (header >>> 10) & 3;
  if (version === 1 || layer !== 1 || sampleIndex === 3 || rateIndex === 0 || rateIndex === 15) return 0;
  const isMpeg1 = version === 3;
  const rate = ((isMpeg1 ? RATES_MPEG1 : RATES_MPEG2)[rateIndex] ?? 0) * 1000;
  const samples = (SAMPLES_MPEG1[sampleIndex] ?? 0) / (isMpeg1 ? 1 : version === 2 ? 2 : 4);
  const padding = (header >>> 9) & 1;
  return Math.floor(((isMpeg1 ? 144 : 72) * rate) / samples) + padding;
}
