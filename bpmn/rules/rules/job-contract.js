const { extensions, jobTypeOf } = require('../elements.js');
const { jobs } = require('../contracts.json');

module.exports = () => ({
  check(node, reporter) {
    const type = jobTypeOf(node);
    if (type !== undefined && !jobs[type]) {
      reporter.report(
        node.id,
        `job type <${type}> has no contract in libs/contracts/src/jobs; add it there with its worker`,
      );
    }
    if (node.$type !== 'bpmn:BoundaryEvent') return;
    const error = (node.eventDefinitions ?? []).find(({ $type }) => $type === 'bpmn:ErrorEventDefinition');
    const contract = jobs[jobTypeOf(node.attachedToRef) ?? ''];
    const code = error?.errorRef?.errorCode;
    if (!code || !contract) return;
    if (!contract.errors[code]) {
      reporter.report(node.id, `the contract of the job does not know the error <${code}>`);
      return;
    }
    const mapped = extensions(node, 'zeebe:IoMapping').flatMap(({ outputParameters }) => outputParameters ?? []);
    for (const name of contract.errors[code]) {
      if (!mapped.some(({ target }) => target === name)) {
        reporter.report(node.id, `error variable <${name}> stays at the event; map it as an output`);
      }
    }
  },
});
