import { encode } from 'uqr';
import { groupCode } from '../../formats/tracking-code.js';

const WIDTH = 720;
const MARGIN = 48;
const FONT = '"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans SC",system-ui,sans-serif';
const FULL = WIDTH - 2 * MARGIN;

/**
 * A PNG with number, code and a QR of the follow page. The secret stands behind `#`: a browser never sends that part to a server.
 */
export async function saveReceiptImage(
  caseNo: string,
  trackingCode: string,
  texts: { title: string; number: string; code: string; hint: string },
): Promise<void> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = 1080;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const write = (text: string, y: number, size: number, colour: string, weight = 400) => {
    context.fillStyle = colour;
    context.font = `${weight} ${size}px ${FONT}`;
    context.fillText(text, MARGIN, y, FULL);
  };
  write(texts.title, 96, 44, '#1f2937', 600);
  write(texts.number, 168, 26, '#4b5563');
  write(caseNo, 216, 38, '#1f2937', 600);
  write(texts.code, 288, 26, '#4b5563');
  write(groupCode(trackingCode), 336, 38, '#1f2937', 600);
  const qr = encode(`${location.origin}/p/follow#${caseNo}:${trackingCode}`, { ecc: 'M', border: 2 });
  const cell = Math.floor(560 / qr.size);
  const left = Math.floor((WIDTH - cell * qr.size) / 2);
  context.fillStyle = '#000000';
  qr.data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) context.fillRect(left + x * cell, 400 + y * cell, cell, cell);
    }),
  );
  write(texts.hint, 1024, 24, '#4b5563');
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('no picture');
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${caseNo}.png`;
  link.click();
  URL.revokeObjectURL(address);
}
