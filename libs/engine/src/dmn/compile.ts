import { compileProgram, compileTests } from '../feel/compiled-feel.js';
import type { Frame } from '../feel/compiler.js';
import { FeelFailure } from '../feel/value.js';
import type { Value } from '../feel/value.js';
import { DecisionFailure, DmnError } from './decision-failure.js';

type FeelProgram = (frame: Frame) => Value;

/** Compiles the texts of one decision, in which the names of what it requires may have blanks. */
export interface Compile {
  expression(text: string): (frame: Frame) => Value;
  tests(text: string): (frame: Frame) => Value;
  /** The same, knowing further names. */
  knowing(names: readonly string[]): Compile;
}

/** Throws DmnError for a text that does not parse. */
export function compileWith(names: readonly string[]): Compile {
  const long = names.filter((name) => /\s/.test(name)).sort((a, b) => b.length - a.length);
  const make =
    (read: typeof compileProgram) =>
    (text: string): ((frame: Frame) => Value) => {
      const program = read(text, { names: long });
      if (program.kind === 'compile-error') throw new DmnError(program.message);
      return guarded(text, (frame) => program.run(frame));
    };
  return {
    expression: make(compileProgram),
    tests: make(compileTests),
    knowing: (more) => compileWith([...names, ...more]),
  };
}

/** Runs a program of FEEL; its failure names the text. */
function guarded(text: string, run: FeelProgram): FeelProgram {
  return (frame) => {
    try {
      return run(frame);
    } catch (error) {
      if (!(error instanceof FeelFailure)) throw error;
      throw new DecisionFailure(`Assertion failure on evaluate the expression '${text}': ${error.message}`);
    }
  };
}
