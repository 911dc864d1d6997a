const { documentationOf, headersOf } = require('../elements.js');

const REASON = /无时限：\S/;

module.exports = () => ({
  check(node, reporter) {
    if (node.$type !== 'bpmn:UserTask' || headersOf(node).deadlineRule) return;
    if (!REASON.test(documentationOf(node))) {
      reporter.report(node.id, 'has neither header deadlineRule nor a reason for none (documentation line 无时限：…)');
    }
  },
});
