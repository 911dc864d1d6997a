import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FormContracts, JobContracts, LIMIT_IDS, POST_FUNCTIONS, ROLES, UNIT_GROUPS } from '@huiying/contracts';

/** Ids of the rule catalogue, in its order. */
function ruleIds(): string[] {
  const text = readFileSync(join(import.meta.dirname, '../../docs/rules/catalogue.yaml'), 'utf8');
  return (parse(text) as { rules: { id: string }[] }).rules.map(({ id }) => id);
}

/** What bpmn/rules/contracts.json must hold. */
export function lintContracts() {
  return {
    jobs: Object.fromEntries(
      Object.entries(JobContracts).map(([type, { service, errors }]) => [
        type,
        {
          service,
          errors: Object.fromEntries(Object.entries(errors).map(([code, carried]) => [code, Object.keys(carried)])),
        },
      ]),
    ),
    forms: Object.keys(FormContracts),
    groups: [...ROLES, ...UNIT_GROUPS],
    posts: Object.keys(POST_FUNCTIONS),
    limits: LIMIT_IDS,
    rules: ruleIds(),
  };
}
