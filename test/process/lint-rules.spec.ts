import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { Linter } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';

interface Report {
  id: string;
  message: string;
}
type Definitions = object;

const load = createRequire(import.meta.url);
const ROOT = join(import.meta.dirname, '../..');
const FIXTURES = join(import.meta.dirname, 'lint-rules');
const plugin = load(join(ROOT, 'bpmn/rules')) as { configs: { all: { rules: Record<string, string> } } };
const rules = Object.keys(plugin.configs.all.rules);

async function reports(rule: string, file: string): Promise<Report[]> {
  const zeebe = load('zeebe-bpmn-moddle/resources/zeebe.json') as object;
  const { rootElement } = (await new BpmnModdle({ zeebe }).fromXML(readFileSync(join(FIXTURES, file), 'utf8'))) as {
    rootElement: Definitions;
  };
  const resolver = new NodeResolver({ require: createRequire(join(ROOT, 'package.json')) });
  const linter = new Linter({ resolver, config: { rules: { [`huiying/${rule}`]: 'error' } } });
  const found = (await linter.lint(rootElement)) as Record<string, Report[]>;
  return found[`huiying/${rule}`] ?? [];
}

describe.each(rules)('lint rule %s', (rule) => {
  it('finds nothing in the valid diagram', async () => {
    expect(await reports(rule, `${rule}.valid.bpmn`)).toEqual([]);
  });

  it('names the element of the invalid diagram', async () => {
    const found = await reports(rule, `${rule}.invalid.bpmn`);
    expect(found.length).toBeGreaterThan(0);
    for (const { id, message } of found) {
      expect(id).toBeTruthy();
      expect(message).not.toContain('Cannot read');
    }
  });

  it('has a page', () => {
    expect(readFileSync(join(ROOT, `bpmn/rules/docs/${rule}.md`), 'utf8')).toContain(`# ${rule}`);
  });
});

it('every fixture belongs to a rule', () => {
  const named = readdirSync(FIXTURES).map((file) => file.replace(/\.(valid|invalid)\.bpmn$/, ''));
  expect([...new Set(named)].sort()).toEqual([...rules].sort());
});
