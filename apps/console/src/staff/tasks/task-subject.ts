import { useWords } from '../../words/staff-words.js';
import { recurringOf } from './recurring-subject.js';

/** What a task is about, in words: `投诉单汇总 2026-11`; a number that people know reads as it is. */
export function useSubjectName() {
  const { t, code, pick } = useWords();
  return ({ subjectNo, process }: { subjectNo: string; process: string }): string => {
    const found = recurringOf(subjectNo);
    if (!found) return subjectNo;
    const head = `${found.name ? pick(found.name) : code('process', process)} ${found.period}`;
    return found.measure === null ? head : `${head} ${t('tasks.measureNo', { no: found.measure })}`;
  };
}
