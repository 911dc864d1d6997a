import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { RULE_ID } from './catalogue.js';
import { filesUnder } from './files.js';

/** A test that names a rule. */
export interface Evidence {
  file: string;
  name: string;
  verdict: 'passed' | 'failed' | 'not run';
}

interface JestReport {
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
}

/** Rule id → tests that name it: from a Jest report, else from the titles in the sources, which then count as not run. */
export function evidenceOf(reportFile: string): Map<string, Evidence[]> {
  const found = new Map<string, Evidence[]>();
  const add = (evidence: Evidence) => {
    for (const id of new Set(evidence.name.match(RULE_ID) ?? [])) found.set(id, [...(found.get(id) ?? []), evidence]);
  };
  if (existsSync(reportFile)) {
    const { testResults } = JSON.parse(readFileSync(reportFile, 'utf8')) as JestReport;
    for (const { name: path, assertionResults } of testResults) {
      for (const { fullName, status } of assertionResults) {
        const verdict = status === 'passed' || status === 'failed' ? status : 'not run';
        add({ file: relative('.', path), name: fullName, verdict });
      }
    }
    return found;
  }
  for (const file of filesUnder(['apps', 'libs', 'test', 'tools'], /\.spec\.tsx?$/)) {
    for (const title of titlesOf(readFileSync(file, 'utf8'))) add({ file, name: title, verdict: 'not run' });
  }
  return found;
}

/** Texts of it(…), describe(…) and their each(…), as far as they stand in one string. */
function titlesOf(source: string): string[] {
  const calls = /\b(?:it|test|describe)(?:\.each\([\s\S]*?\]\s*(?:as const)?\s*\))?\(\s*(['"`])((?:(?!\1).)*)\1/g;
  return [...source.matchAll(calls)].map(([, , title]) => title ?? '');
}
