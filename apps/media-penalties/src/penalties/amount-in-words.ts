const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿'];

/**
 * Pure: an amount in fen as it stands on a penalty notice, 120,000 → 壹仟贰佰元整.
 * @throws RangeError for what is no amount: below zero, parts of a fen, a trillion yuan and more
 */
export function amountInWords(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0 || fen >= 100_000_000_000_000) throw new RangeError(`no amount: ${fen}`);
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor((fen % 100) / 10);
  const rest = fen % 10;
  const whole = yuan === 0 ? '' : `${wholeOf(yuan)}元`;
  if (jiao === 0 && rest === 0) return `${whole || '零元'}整`;
  const tenth = jiao > 0 ? `${DIGITS[jiao]}角` : whole === '' ? '' : '零';
  return `${whole}${tenth}${rest > 0 ? `${DIGITS[rest]}分` : '整'}`;
}

function wholeOf(yuan: number): string {
  const groups: number[] = [];
  for (let left = yuan; left > 0; left = Math.floor(left / 10_000)) groups.push(left % 10_000);
  const words = groups.map((group, index) => {
    const gap = index < groups.length - 1 && group > 0 && group < 1000 ? '零' : '';
    return group === 0 ? '零' : `${gap}${groupOf(group)}${GROUPS[index] ?? ''}`;
  });
  return words.reverse().join('').replace(/零+/g, '零').replace(/零$/, '');
}

function groupOf(group: number): string {
  const digits = String(group).split('').map(Number);
  const words = digits.map((digit, index) =>
    digit === 0 ? '零' : `${DIGITS[digit]}${PLACES[digits.length - 1 - index]}`,
  );
  return words.join('').replace(/零+/g, '零').replace(/零$/, '');
}
