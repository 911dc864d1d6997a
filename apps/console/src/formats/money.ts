/** Money is fen, an integer, everywhere but on the screen (architecture.md §7). */

const whole = new Intl.NumberFormat('en-US');
const cents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** ¥12,000.00, in tables */
export function tableMoney(fen: number): string {
  return `¥${cents.format(fen / 100)}`;
}

/** 12,000 in a sentence, with decimals only where there are some; the unit stands in the dictionary */
export function plainYuan(fen: number): string {
  return fen % 100 === 0 ? whole.format(fen / 100) : cents.format(fen / 100);
}

/** Yuan as a person types them (comma, blank, full-width digits, 元, ¥) to fen; undefined where it is no amount. */
export function parseYuan(typed: string): number | undefined {
  const plain = typed
    .normalize('NFKC')
    .replace(/[,\s¥元]/g, '')
    .trim();
  if (!/^\d{1,10}(\.\d{1,2})?$/.test(plain)) return undefined;
  const [yuan = '0', rest = ''] = plain.split('.');
  return Number(yuan) * 100 + Number(rest.padEnd(2, '0'));
}
