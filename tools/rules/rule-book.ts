import { documentOf, figuresOf, type Rule, type SourceDocument } from './catalogue.js';
import type { Evidence } from './evidence.js';
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
    const entries = ofDocument.map((rule) => entryOf(rule, evidence.get(rule.id) ?? []));
    return `## ${document.id} ${document.zh}\n\n${document.en}\n\n${entries.join('\n')}`;
  });
  return `# 规则册 Rule book

由 \`npm run rules -- --write\` 从规则目录、流程模型、决策表、代码和测试生成，请勿手改。共 ${rules.length} 条规则。
† 为原文未定、由本系统设定的初值；各项数值均可由运维人员在“参数”页修改，无须改动程序。
测试是否通过见 \`npm run rules\`（N of N）；一条规则的完整线索：\`npm run rules -- R11.5\`。

${chapters.filter(Boolean).join('\n')}`;
}

function entryOf(rule: Rule, tests: readonly Evidence[]): string {
  const models = modelPlaces(rule.id);
  const lines = [
    `### ${rule.id} ${rule.zh}`,
    '',
    rule.en,
    '',
    ...bullet('数值', figuresOf(rule)),
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

/** Capabilities of services whose code exists because of the rule: `apps/intake/registration`. */
function capabilitiesOf(rule: string): string[] {
  const folders = codePlaces(rule).flatMap(
    ({ file }) => /^(apps\/[^/]+)\/src\/([^/]+)\//.exec(file)?.slice(1).join('/') ?? [],
  );
  return [...new Set(folders)].sort().map((folder) => `\`${folder}\``);
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
