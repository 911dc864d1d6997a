import * as fc from 'fast-check';
import { diffText, lineDiff } from './line-diff.js';

it('R06.6 names what was added and removed, and keeps the rest', () => {
  expect(lineDiff('a\nb\nc', 'a\nx\nc\nd')).toEqual([
    { change: 'same', text: 'a' },
    { change: 'removed', text: 'b' },
    { change: 'added', text: 'x' },
    { change: 'same', text: 'c' },
    { change: 'added', text: 'd' },
  ]);
  expect(diffText('a\nb', 'a\nb')).toBe('');
  expect(diffText('a', 'b')).toBe('－ a\n＋ b');
});

it('R06.6 both texts can be read from the difference, whatever they are', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = lineDiff(before, after);
      const without = (left: string) =>
        lines
          .filter(({ change }) => change !== left)
          .map((line) => line.text)
          .join('\n');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});
