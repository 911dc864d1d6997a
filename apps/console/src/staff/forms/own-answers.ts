import { weekdayDate } from '../../formats/dates.js';
import { plainYuan } from '../../formats/money.js';
import { useWords } from '../../words/staff-words.js';
import { useCodeNames } from '../parts/code-name.js';
import type { MeasureLine } from './measures-field.js';

/** Values of our own field types in words: measures a line each, money in yuan, a department by its name. */
export function useOwnAnswers() {
  const { t, code, language } = useWords();
  const name = useCodeNames();
  return (type: string, value: unknown): string | undefined => {
    if (type === 'money') return typeof value === 'number' ? t('case.yuan', { amount: plainYuan(value) }) : '';
    if (type === 'department') return typeof value === 'string' ? name('role', value) : '';
    if (type === 'signature') return value ? t('form.signature.paper') : '';
    if (type === 'photos')
      return Array.isArray(value) ? value.filter((line) => typeof line === 'string').join('\n') : '';
    if (type !== 'measures' || !Array.isArray(value)) return undefined;
    return (value as MeasureLine[])
      .map((line) =>
        [
          code('measure', line.type),
          line.description,
          name('role', line.group),
          line.plannedOn && weekdayDate(line.plannedOn, language),
          typeof line.amountFen === 'number' && t('case.yuan', { amount: plainYuan(line.amountFen) }),
        ]
          .filter(Boolean)
          .join('，'),
      )
      .join('\n');
  };
}
