const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { extensions, headersOf, processOf } = require('../elements.js');
const { forms } = require('../contracts.json');

const MODELS = join(require.resolve('../package.json'), '..', '..');

module.exports = () => ({
  check(node, reporter) {
    if (node.$type !== 'bpmn:UserTask') return;
    const process = processOf(node).id;
    const formId = `${process}--${node.id}`;
    const given = extensions(node, 'zeebe:FormDefinition')[0]?.formId;
    if (given !== formId) reporter.report(node.id, `form <${given ?? 'none'}> should be <${formId}>`);
    if (headersOf(node).form !== formId)
      reporter.report(node.id, `header form should be <${formId}>; no call reads the form of a task`);
    if (!existsSync(join(MODELS, process, `${formId}.form`)))
      reporter.report(node.id, `bpmn/${process}/${formId}.form does not exist`);
    if (!forms.includes(formId))
      reporter.report(node.id, `form <${formId}> has no contract in libs/contracts/src/forms`);
    if (extensions(node, 'zeebe:UserTask').length > 0)
      reporter.report(node.id, 'tasks are job-based: leave out zeebe:userTask');
  },
});
