import { LIMITS } from '@huiying/contracts';
import { useWords } from '../../words/staff-words.js';

/** Rule ids stand behind the words, in small type. */
export function RuleIds({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return <span className="rules">{ids.join(' ')}</span>;
}

/** The rule of a limit: one rule has several limits (`R08.8#team`), which people know by their names. */
export function ruleOf(limitId: string): string {
  return limitId.split('#')[0] ?? limitId;
}

/** Name of a limit in the language of the page, with its id small behind it. */
export function LimitName({ id }: { id: string }) {
  const { pick } = useWords();
  const known = LIMITS[id as keyof typeof LIMITS] as { zh: string; en: string } | undefined;
  return (
    <>
      {known ? pick(known) : id} <span className="rules">{ruleOf(id)}</span>
    </>
  );
}
