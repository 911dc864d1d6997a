import type { FollowedCase } from '@huiying/contracts';
import { useWords } from '../../words/portal-words.js';

/** The letter that is judged here, for reading it once more; nothing while none told the result. */
export function Outcome({ found }: { found: FollowedCase }) {
  const { pick } = useWords();
  const letter = found.notices.findLast(({ outcome }) => outcome);
  if (!letter) return null;
  return (
    <details>
      <summary>{pick(letter.title)}</summary>
      <p className="their-text">{letter.text}</p>
    </details>
  );
}
