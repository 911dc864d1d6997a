import type { ValueTransformer } from 'typeorm';

/** Transformer of a column of fen: PostgreSQL gives bigint as text; amounts stay far below 2^53. */
export const bigintAsNumber: ValueTransformer = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};
