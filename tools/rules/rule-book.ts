import { documentOf, type Rule, type SourceDocument } from './catalogue.js';
import type { Evidence } from './evidence.js';
import { figuresOf } from './figures.js';
import { codePlaces, type ModelPlace, modelPlaces } from './trail.js';

/** docs/rules.md: for whoever answers for the regulations. Rule, source, figures, where it lives, what proves it. */
export function ruleBook(
  documents: readonly SourceDocument[],
  rules: readonly Rule[],
  evidence: ReadonlyMap<string, readonly Evidence[]>,
): string {
  const chapters = documents.map((document) => {
    const ofDocument = rules.filter((rule) => documentOf(rule, documents) === document);
    if (ofDocument.length === 0) return '';
    const entries = ofDocument.map((rule) => entryOf(rule, document, evidence.get(rule.id) ?? []));
    return `## ${document.id} ${document.zh}\n\n${document.en}\n\n${entries.join('\n')}`;
  });
  return `# 规则册 Rule book

由 \`npm run rules -- --write\` 从规则目录、流程模型、决策表、代码和测试生成，请勿手改。共 ${rules.length} 条规则。
每条规则：中文条文即规则册第 1 版（“制度”页），其下为英文对照；**出处**为来源文件及其原有标题或表单名；**参数**为条文中的数值，**流程**、**决策表**、**程序**为落实之处，**验证**为证明它的测试。
† 为原文未定、由本系统设定的初值；原文留空的数值在条文中记作 X、Y、Z。各项数值均可由两人在“参数”页修改（一人提出、另一人批准），无须改动程序；括号内为该页的参数编号。
测试是否通过见 \`npm run rules\`（N of N）；一条规则的完整线索：\`npm run rules -- R11.5\`。

${chapters.filter(Boolean).join('\n')}`;
}

function entryOf(rule: Rule, document: SourceDocument, tests: readonly Evidence[]): string {
  const models = modelPlaces(rule.id);
  const lines = [
    `### ${rule.id} ${rule.zh}`,
    '',
    rule.text,
    '',
    `> ${rule.en}`,
    '',
    `- **出处**：${document.id}《${document.zh}》“${rule.zh}”`,
    ...bullet('参数', figuresOf(rule)),
    ...bullet('流程', grouped(models, 'process')),
    ...bullet('决策表', grouped(models, 'decision')),
    ...bullet('程序', capabilitiesOf(rule.id)),
    ...(tests.length === 0 ? [] : ['- **验证**：', ...provenBy(tests)]),
    '',
  ];
  return lines.join('\n');
}

function bullet(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`- **${title}**：${items.join('；')}`];
}

/** `投诉处理：主管领导签批、归档` for each model that names the rule. */
function grouped(places: readonly ModelPlace[], kind: ModelPlace['kind']): string[] {
  const models = new Map<string, string[]>();
  for (const place of places.filter((one) => one.kind === kind)) {
    const title = `${place.modelName} \`${place.model}\``;
    const known = models.get(title) ?? [];
    const element = place.elementName || place.element;
    if (element !== '' && place.element !== place.model && !known.includes(element)) known.push(element);
    models.set(title, known);
  }
  return [...models].map(([title, elements]) =>
    kind === 'decision' || elements.length === 0 ? title : `${title}（${elements.join('、')}）`,
  );
}

/** Services by the names that people use. */
const SERVICES: Readonly<Record<string, string>> = {
  console: '界面',
  'emergency-response': '应急响应',
  'employee-reports': '员工投诉举报',
  engine: '流程引擎',
  insights: '统计分析',
  integrations: '对外集成',
  intake: '受理',
  investigation: '调查处理',
  'media-penalties': '曝光与罚款',
  studio: '流程与制度',
  tasklist: '任务与期限',
  'warranty-routing': '工程质量',
};

/** Capabilities whose code exists because of the rule, by service: 受理（`intake/registration`、`intake/case`）. */
function capabilitiesOf(rule: string): string[] {
  const services = new Map<string, Set<string>>();
  for (const { file } of codePlaces(rule)) {
    const [, service = '', folder = ''] = /^apps\/([^/]+)\/src\/([^/]+)\//.exec(file) ?? [];
    if (folder === '') continue;
    const name = SERVICES[service] ?? service;
    services.set(name, (services.get(name) ?? new Set()).add(`\`${service}/${folder}\``));
  }
  return [...services]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, folders]) => `${name}（${[...folders].sort().join('、')}）`);
}

/** Every test that names the rule, by its file. */
function provenBy(tests: readonly Evidence[]): string[] {
  const files = new Map<string, string[]>();
  for (const { file, name } of tests) files.set(file, [...(files.get(file) ?? []), name]);
  return [...files]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([file, names]) => [`  - \`${file}\``, ...[...new Set(names)].map((name) => `    - ${escaped(name)}`)]);
}

/** Titles are texts, not Markdown. */
function escaped(title: string): string {
  return title.replace(/[\\*_[\]<>`$|#]/g, (mark) => `\\${mark}`);
}
