const { extensions, processOf } = require('../elements.js');

const NAME = /^=\s*([A-Za-z][A-Za-z0-9]*)$/;

module.exports = () => ({
  check(node, reporter) {
    const loop = extensions(node.loopCharacteristics ?? {}, 'zeebe:LoopCharacteristics')[0];
    if (!loop) return;
    const name = NAME.exec(loop.inputCollection ?? '')?.[1];
    if (!name) return reporter.report(node.id, `collection <${loop.inputCollection}> should be a variable`);
    const starts = (processOf(node).flowElements ?? []).filter(({ $type }) => $type === 'bpmn:StartEvent');
    for (const start of starts) {
      const outputs = extensions(start, 'zeebe:IoMapping').flatMap(({ outputParameters }) => outputParameters ?? []);
      const output = outputs.find(({ target }) => target === name);
      if (!output || !output.source?.includes('[]')) {
        reporter.report(
          node.id,
          `<${name}> may be null, which is an incident: start <${start.id}> must give it [] by an output mapping`,
        );
      }
    }
  },
});
