const amount = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const FEN = 100;

/** Pure: an amount in fen as the read-only fields of forms show it, 120000 → ¥1,200.00; below zero with − in front. */
export function moneyText(fen: number): string {
  return fen < 0 ? `−¥${amount.format(-fen / FEN)}` : `¥${amount.format(fen / FEN)}`;
}

/** Pure: the same of an amount in yuan, as cases and decisions have it; '' where there is none. */
export function yuanText(yuan: number | null | undefined): string {
  return yuan === null || yuan === undefined ? '' : moneyText(Math.round(yuan * FEN));
}
