import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** One obligation of docs/rules/catalogue.yaml. */
export interface Rule {
  id: string;
  en: string;
  zh: string;
  home: string;
}

export const RULE_ID = /R\d\d\.\d+/g;

export function readCatalogue(): Rule[] {
  return (parse(readFileSync('docs/rules/catalogue.yaml', 'utf8')) as { rules: Rule[] }).rules;
}

/**
 * Whether the first place that a rule's `home` names is built as a process or decision (by its files), and whether any of them is a
 * service that exists. A rule whose first place is still to come may wait, though a later one is there.
 */
export function placesThatExist({ home }: Rule): { modelled: boolean; served: boolean } {
  const processes = readdirSync('bpmn').filter((name) => existsSync(`bpmn/${name}/${name}.bpmn`));
  const decisions = readdirSync('bpmn/decisions').map((name) => name.replace(/\.dmn$/, ''));
  const services = [...readdirSync('apps'), 'platform', 'directory', 'project register'];
  const words = home.split(/[,/;]| and /).map((part) => part.replace(/\(.*?\)/g, '').trim());
  const first = (words[0] ?? '').replace(/^decisions? /, '');
  return {
    modelled: processes.includes(first) || decisions.includes(first),
    served: words.some((word) => services.includes(word)),
  };
}
