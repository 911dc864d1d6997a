import sharp from 'sharp';

const MAX_PIXELS = 50_000_000;
const SECONDS_PER_IMAGE = 20;

sharp.concurrency(1);
sharp.cache(false);

/** Pixels alone, in one format for all: the camera's own encoder tells of the camera. */
export function cleanedImage(content: Buffer): Promise<Buffer> {
  return opened(content).png().toBuffer();
}

/** The same for an image inside a document, which has to stay what its document says that it is. */
export function cleanedPart(content: Buffer, format: 'jpeg' | 'png' | 'webp'): Promise<Buffer> {
  return opened(content).toFormat(format, { quality: 90 }).toBuffer();
}

function opened(content: Buffer) {
  return sharp(content, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false })
    .timeout({ seconds: SECONDS_PER_IMAGE })
    .rotate(); // by the orientation that the metadata gave, before these go
}
