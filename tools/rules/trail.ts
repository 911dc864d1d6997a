import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { filesUnder } from './files.js';

/** A place that names a rule. */
export interface Place {
  file: string;
  what: string;
}

/** An element of a process or a row of a decision that names a rule. */
export interface ModelPlace extends Place {
  kind: 'process' | 'decision';
  /** Process or decision. */
  model: string;
  modelName: string;
  /** Id of the element, row or literal decision. */
  element: string;
  elementName: string;
}

/** Flow nodes and processes of BPMN, rows and decisions of DMN. */
const OWNER =
  /<(?:bpmn:(?:process|\w*[eE]vent|\w*[tT]ask|\w*Gateway|callActivity|subProcess)|rule|decision|definitions)\b[^>]*? id="([^"]+)"[^>]*?>/g;

/** Elements of processes and rows of decisions that name the rule, by file, each once. */
export function modelPlaces(rule: string): ModelPlace[] {
  return filesUnder(['bpmn'], /\.(bpmn|dmn)$/).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const owners = mentions(text, rule).map((at) => ownerBefore(text, at));
    const known = new Map(owners.map((owner) => [owner.id, owner]));
    return [...known.values()].map(({ id, name }) => ({
      file,
      what: id,
      kind: file.endsWith('.bpmn') ? ('process' as const) : ('decision' as const),
      model: basename(file).replace(/\.\w+$/, ''),
      modelName: nameOfModel(text),
      element: id,
      elementName: name,
    }));
  });
}

/** The rulebook's own texts name every rule, and carry out none. */
const TEXTS = /\/rulebook\/first-texts(\.en)?\.ts$/;

/** Lines of sources that name the rule; tests apart. */
export function codePlaces(rule: string): Place[] {
  const files = filesUnder(['apps', 'libs'], /\.tsx?$/);
  return files
    .filter((file) => !file.includes('.spec.') && !file.includes('/testing/') && !TEXTS.test(file))
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
function ownerBefore(text: string, at: number): { id: string; name: string } {
  const opened = [...text.slice(Math.max(0, at - 6000), at).matchAll(OWNER)].at(-1);
  return { id: opened?.[1] ?? '', name: / name="([^"]*)"/.exec(opened?.[0] ?? '')?.[1] ?? '' };
}

function nameOfModel(text: string): string {
  const element = /<bpmn:process\b[^>]*>/.exec(text)?.[0] ?? /<definitions\b[^>]*>/.exec(text)?.[0] ?? '';
  return / name="([^"]*)"/.exec(element)?.[1] ?? '';
}
