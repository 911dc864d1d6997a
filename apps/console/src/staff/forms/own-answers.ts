import { TRAINING_RESULT_NAMES } from '@huiying/contracts';
import { weekdayDate } from '../../formats/dates.js';
import { plainYuan } from '../../formats/money.js';
import { useWords } from '../../words/staff-words.js';
import { useCodeNames } from '../parts/code-name.js';
import type { AttendanceLine } from './attendance-field.js';
import type { Option } from './form-answers.js';
import type { MeasureLine } from './measures-field.js';

/** Values of our own field types in words: measures a line each, money in yuan, a department by its name. */
export function useOwnAnswers() {
  const { t, code, language } = useWords();
  const name = useCodeNames();
  /** Who did alike on one line. */
  const attendanceText = (lines: AttendanceLine[]) => {
    const alike = new Map<string, string[]>();
    for (const { name: person, present, result } of lines) {
      const how = [
        present === undefined ? '' : t(present ? 'form.attendance.came' : 'form.attendance.absent'),
        result === undefined ? '' : TRAINING_RESULT_NAMES[result][language === 'en' ? 'en' : 'zh'],
      ];
      const line = how.filter(Boolean).join(' ');
      alike.set(line, [...(alike.get(line) ?? []), person]);
    }
    return [...alike].map(([how, who]) => `${how}：${who.join('、')}`).join('\n');
  };
  return (type: string, value: unknown, options: readonly Option[]): string | undefined => {
    if (type === 'money') return typeof value === 'number' ? t('case.yuan', { amount: plainYuan(value) }) : '';
    if (type === 'department') return typeof value === 'string' ? name('role', value) : '';
    if (type === 'signature') return value ? t('form.signature.paper') : '';
    if (type === 'photos')
      return Array.isArray(value) ? value.filter((line) => typeof line === 'string').join('\n') : '';
    if (type === 'attendance' && Array.isArray(value)) return attendanceText(value as AttendanceLine[]);
    if (type !== 'measures' || !Array.isArray(value)) return undefined;
    return (value as MeasureLine[])
      .map((line) =>
        [
          code('measure', line.type),
          line.description,
          line.unit && (options.find((option) => option.value === line.unit)?.label ?? line.unit),
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
