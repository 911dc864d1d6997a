import { LIMITS } from '@huiying/contracts';
import { useWords } from '../../words/staff-words.js';

/** Rule ids stand behind the words, in small type. */
export function RuleIds({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return <span className="rules">{ids.join(' ')}</span>;
}

/** Name of a limit in the language of the page, with its id small behind it. */
export function LimitName({ id }: { id: string }) {
  const { pick } = useWords();
  const known = LIMITS[id as keyof typeof LIMITS] as { zh: string; en: string } | undefined;
  return (
    <>
      {known ? pick(known) : id} <span className="rules">{id}</span>
    </>
  );
}
