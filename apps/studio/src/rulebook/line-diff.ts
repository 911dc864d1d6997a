/** A line of a difference: kept, added or removed. */
export interface DiffLine {
  change: 'same' | 'added' | 'removed';
  text: string;
}

/** Pure: what changed from one text to another, line by line; the longest common run of lines stays. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const least = Math.min(old.length, now.length);
  let head = 0;
  while (head < least && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < least - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const same = (texts: string[]) => texts.map((text): DiffLine => ({ change: 'same', text }));
  const middle = between(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return [...same(old.slice(0, head)), ...middle, ...same(old.slice(old.length - tail))];
}

function between(old: string[], now: string[]): DiffLine[] {
  const common = lengths(old, now);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      lines.push({ change: 'same', text: old[i] ?? '' });
      i++;
      j++;
    } else if ((common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) {
      lines.push({ change: 'removed', text: old[i++] ?? '' });
    } else {
      lines.push({ change: 'added', text: now[j++] ?? '' });
    }
  }
  for (const text of old.slice(i)) lines.push({ change: 'removed', text });
  for (const text of now.slice(j)) lines.push({ change: 'added', text });
  return lines;
}

/** The difference as people read it in a form: changed lines alone, `＋` added, `－` removed. */
export function diffText(before: string, after: string): string {
  const signs = { added: '＋ ', removed: '－ ' } as const;
  return lineDiff(before, after)
    .flatMap(({ change, text }) => (change === 'same' ? [] : [`${signs[change]}${text}`]))
    .join('\n');
}

/** Length of the longest common run from each pair of lines on. */
function lengths(old: string[], now: string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const [row, below] = [table[i] ?? [], table[i + 1] ?? []];
      row[j] = old[i] === now[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return table;
}
