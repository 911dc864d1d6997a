const amount = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Pure: an amount in fen as the read-only fields of forms show it, 120000 → ¥1,200.00; below zero with − in front. */
export function moneyText(fen: number): string {
  return fen < 0 ? `−¥${amount.format(-fen / 100)}` : `¥${amount.format(fen / 100)}`;
}
