import type { ReactNode } from 'react';

/** A list as every page has it: a head for each column, in words, and the rows as children. On a phone a row becomes a card. */
export function CaseTable(props: { columns: readonly string[]; caption?: string; children: ReactNode }) {
  return (
    <div className="case-table">
      <table>
        {props.caption !== undefined && <caption>{props.caption}</caption>}
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}
