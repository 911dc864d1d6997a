import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FormContracts, HANDLING_PROCESSES, JobContracts, LIMIT_IDS, Messages, NOTICES } from '@huiying/contracts';
import { DecisionEvaluator } from '@huiying/engine';
import { parseExpression, parseUnaryTests } from 'feelin';
import { lintContracts } from './lint-contracts.js';
import { decisionXml, modelFiles } from './model-files.js';
import { extensionsOf, headerOf, processModels, type ProcessModel } from './models.js';

const ROOT = join(import.meta.dirname, '../..');
const COMPONENTS =
  'textfield textarea number datetime select radio checkbox checklist taglist group dynamiclist text expression measures money person department photos signature attendance warranty';

let models: ProcessModel[];
let decisions: DecisionEvaluator;
beforeAll(async () => {
  models = await processModels();
  decisions = await DecisionEvaluator.fromXml(decisionXml());
});
const elements = () => models.flatMap(({ elements: found }) => found);
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

interface Component {
  type: string;
  id: string;
  key?: string;
  path?: string;
  label?: string;
  components?: Component[];
}
const forms = () =>
  modelFiles()
    .filter((path) => path.endsWith('.form'))
    .map((path) => ({
      path,
      schema: JSON.parse(readFileSync(path, 'utf8')) as { id: string; components: Component[] },
    }));
const flat = (components: Component[]): Component[] =>
  components.flatMap((component) => [component, ...flat(component.components ?? [])]);

const plain = (text: string) =>
  text
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&gt;|&#62;/g, '>')
    .replace(/&lt;|&#60;/g, '<')
    .replace(/&amp;/g, '&');
function hasError(tree: ReturnType<typeof parseExpression>): boolean {
  let error = false;
  tree.iterate({ enter: ({ type }) => void (error ||= type.isError) });
  return error;
}

describe('models and contracts', () => {
  it('the lint rules know the contracts as they are', () => {
    const kept = JSON.parse(readFileSync(join(ROOT, 'bpmn/rules/contracts.json'), 'utf8')) as unknown;
    expect(kept).toEqual(JSON.parse(JSON.stringify(lintContracts())));
  });

  it('every job contract is used by a model, and the reverse', () => {
    const used = elements().flatMap((element) => extensionsOf(element, 'TaskDefinition').map(({ type }) => type ?? ''));
    expect(sorted(used)).toEqual(Object.keys(JobContracts).sort());
  });

  it('every job type has a worker in its service, and every worker a job type', () => {
    const apps = join(ROOT, 'apps');
    const workers = readdirSync(apps, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.worker.ts'))
      .flatMap((name) => {
        const text = readFileSync(join(apps, name), 'utf8');
        return [...text.matchAll(/@ZeebeWorker\(\s*'([^']+)'/g)].map(([, type]) => `${name.split('/')[0]} ${type}`);
      });
    const wanted = Object.entries(JobContracts).map(([type, { service }]) => `${service} ${type}`);
    expect(sorted(workers)).toEqual(wanted.sort());
  });

  it('every form contract has a user task and a form, and the reverse', () => {
    const tasks = models.flatMap(({ id, elements: found }) =>
      found.filter(({ $type }) => $type === 'bpmn:UserTask').map((task) => `${id}--${task.id}`),
    );
    expect(sorted(tasks)).toEqual(Object.keys(FormContracts).sort());
    expect(sorted(forms().map(({ path }) => basename(path, '.form')))).toEqual(sorted(tasks));
  });

  it.each(forms().map(({ path, schema }) => [basename(path), schema] as const))(
    'form %s: id of its file, known kinds of field, unique ids and keys, Chinese labels',
    (file, schema) => {
      expect(`${schema.id}.form`).toBe(file);
      const fields = flat(schema.components);
      for (const { type } of fields) expect(COMPONENTS.split(' ')).toContain(type);
      expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
      const top = schema.components
        .flatMap((one) => (one.path ? [one.path] : [one, ...(one.components ?? [])].map(({ key }) => key)))
        .filter(Boolean);
      expect(new Set(top).size).toBe(top.length);
      for (const { label } of fields) expect(label).toMatch(/\p{Script=Han}/u);
    },
  );

  it('every limit is a row of decision deadlines, and the reverse', () => {
    const table = decisionXml().find((xml) => xml.includes('<decision id="deadlines"')) ?? '';
    const rows = [...table.matchAll(/<text>"(R\d\d\.\d+(?:#[a-z-]+)?)"<\/text>/g)].map(([, id]) => id ?? '');
    expect(sorted(rows)).toEqual([...LIMIT_IDS].sort());
  });

  it('every notice template that a model names exists', () => {
    const named = elements()
      .flatMap((element) => extensionsOf(element, 'IoMapping'))
      .flatMap(({ inputParameters = [] }) => inputParameters)
      .filter(({ target }) => target === 'noticeTemplate')
      .flatMap(({ source }) => [...source.matchAll(/(?:^=|then |else )"([a-z-]+)"/g)].map(([, name]) => name ?? ''))
      .filter((name) => name !== 'true');
    for (const name of named) expect(Object.keys(NOTICES)).toContain(name);
    expect(named.length).toBeGreaterThan(10);
  });

  it('every message that a model waits for has a contract, and the reverse', () => {
    const caught = elements()
      .filter(({ $type }) => !/Throw|EndEvent/.test($type))
      .flatMap(({ eventDefinitions = [] }) => eventDefinitions.map(({ messageRef }) => messageRef?.name ?? ''))
      .filter((name) => name !== '');
    expect(sorted(caught)).toEqual(Object.keys(Messages).sort());
  });

  it('every called process and decision exists', () => {
    const called = elements().flatMap((element) =>
      extensionsOf(element, 'CalledElement').map(({ processId }) => processId),
    );
    const known = models.map(({ id }) => id);
    for (const id of called) if (id !== '=calledProcess') expect(known).toContain(id);
    const { decisionIds } = decisions;
    for (const element of elements()) {
      for (const { decisionId } of extensionsOf(element, 'CalledDecision')) expect(decisionIds).toContain(decisionId);
    }
  });

  it('every FEEL text of the models is what feelin reads as well: no word of the newer language, no accident of ours', () => {
    const bpmn = modelFiles()
      .filter((path) => path.endsWith('.bpmn'))
      .map((path) => readFileSync(path, 'utf8'))
      .flatMap((xml) => [
        ...xml.matchAll(/(?:source|correlationKey|candidateGroups|assignee|inputCollection)="=([^"]+)"|>=([^<]+)<\//g),
      ])
      .map(([, attribute, text]) => attribute ?? text ?? '');
    const tests = decisionXml().flatMap((xml) =>
      [...xml.matchAll(/<inputEntry[^>]*>\s*<text>([^<]+)</g)].map(([, text]) => text ?? ''),
    );
    const outputs = decisionXml().flatMap((xml) =>
      [...xml.matchAll(/<(?:outputEntry|inputExpression|literalExpression)[^>]*>\s*<text>([^<]+)</g)].map(
        ([, text]) => text ?? '',
      ),
    );
    const broken = [
      ...[...bpmn, ...outputs].filter((text) => hasError(parseExpression(plain(text), {}, undefined))),
      ...tests.filter((text) => hasError(parseUnaryTests(plain(text), {}, undefined))),
    ];
    expect(broken).toEqual([]);
    expect(bpmn.length + tests.length + outputs.length).toBeGreaterThan(2000);
  });

  it('R02.1 R07.4 R11.10: the handling processes that routing may call are those that are built', () => {
    const built = models.map(({ id }) => id).filter((id) => (HANDLING_PROCESSES as readonly string[]).includes(id));
    expect(decisions.evaluate('built-processes', {}).output).toEqual(built);
  });

  it('no diagram has more than 25 flow nodes, merging gateways and guides not counted', () => {
    for (const { id, elements: nodes } of models) {
      const counted = nodes.filter(({ $type, name }) => $type !== 'bpmn:ExclusiveGateway' || name);
      expect([id, counted.length <= 25]).toEqual([id, true]);
    }
  });

  it('a task that tells a person outside is reviewed once more before sending', () => {
    const review = elements().filter((element) => headerOf(element, 'review') === 'true');
    expect(review.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['decide', 'write-reply', 'explain', 're-review', 'answer']),
    );
  });
});
