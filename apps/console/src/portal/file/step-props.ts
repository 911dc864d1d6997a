import type { Draft } from './draft.js';

/** What every step of the form gets. */
export interface StepProps {
  draft: Draft;
  answer: <K extends keyof Draft>(key: K, value: Draft[K]) => void;
  /** Error text of a field, if it has one. */
  wrong: (field: string) => string | undefined;
}
