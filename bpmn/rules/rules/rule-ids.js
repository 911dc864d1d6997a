const { documentationOf } = require('../elements.js');
const { rules } = require('../contracts.json');

const RULE = /R\d\d\.\d+/g;
const NO_DOCUMENTATION = /SequenceFlow|Definition|DataObject|Lane|Collaboration|Participant|Message$|Error$/;

module.exports = () => ({
  check(node, reporter) {
    if (!node.$instanceOf?.('bpmn:FlowNode') && node.$type !== 'bpmn:Process') return;
    if (NO_DOCUMENTATION.test(node.$type)) return;
    const ids = documentationOf(node).match(RULE) ?? [];
    if (ids.length === 0)
      reporter.report(node.id, 'the documentation names no rule (R04.8); say why the element is there');
    for (const id of ids)
      if (!rules.includes(id)) reporter.report(node.id, `rule <${id}> is not in docs/rules/catalogue.yaml`);
  },
});
