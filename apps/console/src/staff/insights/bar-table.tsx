import type { ShownCount } from '@huiying/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';

export interface BarRow {
  key: string;
  label: ReactNode;
  /** Length of the bar; null draws none. */
  size: number | null;
  cells: ReactNode[];
}

/**
 * A chart and its table in one: each row says its numbers in cells, the bar beside them is for the eye alone. A screen reader, a copy
 * and a print have the same figures.
 */
export function BarTable(props: { caption: string; columns: string[]; rows: BarRow[] }) {
  const longest = Math.max(1, ...props.rows.map(({ size }) => size ?? 0));
  return (
    <CaseTable columns={props.columns} caption={props.caption}>
      {props.rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">
            {row.label}
            {row.size !== null && (
              <meter className="bar-meter" aria-hidden="true" min={0} max={longest} value={row.size} />
            )}
          </th>
          {row.cells.map((cell, n) => (
            <td key={n} data-label={props.columns[n + 1]}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </CaseTable>
  );
}

/** A count, or that it is too small to be said where a person could be recognised. */
export function useShown() {
  const { t } = useWords();
  return (value: ShownCount): string =>
    'count' in value ? String(value.count) : t('insights.fewerThan', { count: value.fewerThan });
}
