/** How personal data look to whoever may not see them in full (access.md §3). One place; every screen, print and list uses it. */
export const mask = {
  /** 张三丰 → 张** (always two stars: the length of a name tells too much in a small building). */
  name(name: string): string {
    const first = Array.from(name.trim())[0];
    return first === undefined ? '' : `${first}**`;
  },

  /** 13812345678 → 138****5678; anything short is covered whole. */
  phone(phone: string): string {
    const digits = phone.replace(/[^\d+]/g, '');
    return digits.length < 8 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  },

  /** zhang.san@qq.com → z***@qq.com */
  email(email: string): string {
    const at = email.lastIndexOf('@');
    return at < 1 ? '***' : `${email.slice(0, 1)}***${email.slice(at)}`;
  },

  /** 3 幢 1201 → 3 幢 ***: the building stays, the room goes. */
  room(building: string | undefined): string {
    return building ? `${building} ***` : '***';
  },

  /** 110101199003070018 → 1******** ****8 */
  identityNumber(number: string): string {
    const text = number.trim();
    return text.length < 2 ? '****' : `${text.slice(0, 1)}******** ****${text.slice(-1)}`;
  },

  /**
   * A free text with numbers, mail addresses, plates and the names and rooms that are known of the case covered. It keeps digits that
   * cannot identify anybody (amounts, dates, floors).
   */
  freeText(text: string, known: { names?: string[]; rooms?: string[] } = {}): string {
    let covered = text;
    for (const name of sorted(known.names)) covered = covered.replaceAll(name, mask.name(name));
    for (const room of sorted(known.rooms)) covered = covered.replaceAll(room, '***');
    for (const [pattern, cover] of PATTERNS) covered = covered.replace(pattern, cover);
    return covered;
  },
};

/** Longest first, so that 张三 does not leave 丰 of 张三丰 behind. */
function sorted(words: string[] = []): string[] {
  return words
    .map((word) => word.trim())
    .filter((word) => word.length > 1)
    .sort((a, b) => b.length - a.length);
}

const SEPARATED = '[\\s\\-‐–—.·]?';
const digits = (pattern: string): RegExp => new RegExp(`(?<!\\d)${pattern}(?!\\d)`, 'g');

const PATTERNS: [RegExp, (found: string) => string][] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (found) => mask.email(found)],
  // Identity numbers before phone numbers: an 18-digit number contains an 11-digit one.
  [digits('[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])\\d{2}\\d{3}[\\dXx]'), (found) => mask.identityNumber(found)],
  [
    digits(`(?:\\+?86${SEPARATED})?1[3-9]\\d${SEPARATED}\\d{4}${SEPARATED}\\d{4}`),
    (found) => mask.phone(mainland(found)),
  ],
  [digits(`0\\d{2,3}${SEPARATED}[2-9]\\d{6,7}`), (found) => mask.phone(found)],
  [digits('[1-9]\\d{14,18}'), () => '****'],
  [
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-HJ-NP-Z][·\s]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]/g,
    (found) => `${found.slice(0, 2)}*****`,
  ],
];

function mainland(found: string): string {
  return found.replace(/^\+?86[\s\-‐–—.·]?/, '');
}
