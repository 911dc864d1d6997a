/** Splits rows into waves with at most one row of a key each, so that a wave may be sent side by side without touching the order of a key. */
export function waves<R extends { readonly partitionKey: string }>(rows: readonly R[]): R[][] {
  const result: R[][] = [];
  const next = new Map<string, number>();
  for (const row of rows) {
    const wave = next.get(row.partitionKey) ?? 0;
    (result[wave] ??= []).push(row);
    next.set(row.partitionKey, wave + 1);
  }
  return result;
}
