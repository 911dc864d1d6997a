import { tableMoney } from '../../formats/money.js';

/** ¥100.00 is owed to the account, −¥100.00 the account owes. Fen. */
export function owedMoney(fen: number): string {
  return fen < 0 ? `−${tableMoney(-fen)}` : tableMoney(fen);
}
