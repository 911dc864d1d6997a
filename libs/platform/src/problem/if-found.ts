import { Problem } from './problem.js';

/** What was asked for; undefined where it is not there (Problem of kind `missing`). Any other failure is passed on. */
export async function ifFound<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'missing') return undefined;
    throw error;
  }
}
