import type { Builtin } from './builtin.js';
import { contextBuiltins } from './context.builtins.js';
import { conversionBuiltins } from './conversion.builtins.js';
import { intervalBuiltins } from './interval.builtins.js';
import { listBuiltins } from './list.builtins.js';
import { numberBuiltins } from './number.builtins.js';
import { stringBuiltins } from './string.builtins.js';
import { temporalBuiltins } from './temporal.builtins.js';

/** What FEEL 1.17 has. `trim`, `uuid`, `to base64`, `is empty`, `is blank` and `partition` came later and give null here too. */
const BUILTINS = new Map<string, Builtin>(
  [
    conversionBuiltins,
    numberBuiltins,
    stringBuiltins,
    listBuiltins,
    contextBuiltins,
    temporalBuiltins,
    intervalBuiltins,
  ].flatMap((group) => Object.entries(group)),
);

export function builtin(name: string): Builtin | undefined {
  return BUILTINS.get(name);
}
