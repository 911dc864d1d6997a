import type { ReactNode } from 'react';

/** Facts of one thing, each under its label; those without a value are left out. `children`: facts that are more than a text. */
export function FactsGrid(props: {
  facts: readonly (readonly [label: string, value: string | null])[];
  children?: ReactNode;
}) {
  return (
    <dl className="facts-grid">
      {props.facts
        .filter(([, value]) => value)
        .map(([label, value], place) => (
          <Fact key={place} label={label}>
            {value}
          </Fact>
        ))}
      {props.children}
    </dl>
  );
}

/** @param wide a text of several lines: over the whole width */
export function Fact({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'wide' : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
