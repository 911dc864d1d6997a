import type { ParameterValue, ParameterView } from '@huiying/contracts';
import { ROLE_NAMES, type Role } from '@huiying/contracts';
import { useWords } from '../../words/staff-words.js';

/** A figure as people read it: yes or no, the unit's word, the posts by name. */
export function useFigureWords() {
  const { t, code, pick } = useWords();
  const role = (id: string | number) => {
    const known = (ROLE_NAMES as Partial<Record<string, (typeof ROLE_NAMES)[Role]>>)[String(id)];
    return known ? pick(known) : String(id);
  };
  return (kind: ParameterView['kind'], value: ParameterValue | null, unit = ''): string => {
    if (value === null) return '';
    if (typeof value === 'boolean') return t(value ? 'parameters.yes' : 'parameters.no');
    if (Array.isArray(value)) return value.map((one) => (kind === 'roles' ? role(one) : String(one))).join('、');
    if (kind === 'unit') return code('parameterUnit', String(value));
    if (kind === 'role') return role(value);
    return [String(value), unit].filter((text) => text !== '').join(' ');
  };
}
