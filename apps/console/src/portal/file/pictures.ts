const THUMBNAIL = 160;
const SHRUNK = 2560;

/** A small square data URL; rejects where the browser cannot open the picture. */
export async function thumbnailOf(blob: Blob): Promise<string> {
  const bitmap = await createImageBitmap(blob);
  const side = Math.min(bitmap.width, bitmap.height);
  const canvas = canvasOf(THUMBNAIL, THUMBNAIL);
  canvas.context.drawImage(
    bitmap,
    (bitmap.width - side) / 2,
    (bitmap.height - side) / 2,
    side,
    side,
    0,
    0,
    THUMBNAIL,
    THUMBNAIL,
  );
  bitmap.close();
  return canvas.element.toDataURL('image/jpeg', 0.7);
}

/** The same picture with its longer side at most 2,560 px, as JPEG. */
export async function shrinkImage(blob: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(blob);
  const scale = Math.min(1, SHRUNK / Math.max(bitmap.width, bitmap.height));
  const canvas = canvasOf(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  canvas.context.drawImage(bitmap, 0, 0, canvas.element.width, canvas.element.height);
  bitmap.close();
  return new Promise((resolve, reject) =>
    canvas.element.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture'))), 'image/jpeg', 0.85),
  );
}

function canvasOf(width: number, height: number) {
  const element = document.createElement('canvas');
  element.width = width;
  element.height = height;
  const context = element.getContext('2d');
  if (!context) throw new Error('no canvas');
  return { element, context };
}
