const { extensions } = require('../elements.js');

module.exports = () => ({
  check(node, reporter) {
    if (node.$type !== 'bpmn:CallActivity') return;
    const called = extensions(node, 'zeebe:CalledElement')[0];
    if (called?.propagateAllParentVariables !== false)
      reporter.report(node.id, 'set propagateAllParentVariables to false and list the inputs');
    if (called?.propagateAllChildVariables !== false)
      reporter.report(node.id, 'set propagateAllChildVariables to false and list the outputs');
    const inputs = extensions(node, 'zeebe:IoMapping').flatMap(({ inputParameters }) => inputParameters ?? []);
    if (!inputs.some(({ target }) => target === 'subjectNo'))
      reporter.report(node.id, 'the inputs must hold subjectNo');
  },
});
