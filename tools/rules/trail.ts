import { readFileSync } from 'node:fs';
import { filesUnder } from './files.js';

/** A place that names a rule. */
export interface Place {
  file: string;
  what: string;
}

/** Flow nodes and processes of BPMN, rows and decisions of DMN. */
const OWNER =
  /<(?:bpmn:(?:process|\w*[eE]vent|\w*[tT]ask|\w*Gateway|callActivity|subProcess)|rule|decision)\b[^>]*? id="([^"]+)"/g;

/** Elements of processes and rows of decisions that name the rule, by file. */
export function modelPlaces(rule: string): Place[] {
  return filesUnder(['bpmn'], /\.(bpmn|dmn)$/).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return mentions(text, rule).map((at) => ({ file, what: ownerBefore(text, at) }));
  });
}

/** Lines of sources that name the rule; tests apart. */
export function codePlaces(rule: string): Place[] {
  const files = filesUnder(['apps', 'libs', 'tools'], /\.tsx?$/);
  return files
    .filter((file) => !file.includes('.spec.'))
    .flatMap((file) => {
      const lines = readFileSync(file, 'utf8').split('\n');
      return lines.flatMap((line, n) =>
        mentions(line, rule).length > 0 ? [{ file: `${file}:${n + 1}`, what: line.trim().slice(0, 100) }] : [],
      );
    });
}

function mentions(text: string, rule: string): number[] {
  const exact = new RegExp(`${rule.replace('.', '\\.')}(?!\\d)`, 'g');
  return [...text.matchAll(exact)].map(({ index }) => index);
}

/** The last opened element with an id before a place of an XML text. */
function ownerBefore(text: string, at: number): string {
  const opened = [...text.slice(Math.max(0, at - 4000), at).matchAll(OWNER)];
  return opened.at(-1)?.[1] ?? '';
}
