const { extensions } = require('../elements.js');

module.exports = () => ({
  check(node, reporter) {
    if (node.$type !== 'bpmn:Definitions') return;
    const seen = new Map();
    for (const message of (node.rootElements ?? []).filter(({ $type }) => $type === 'bpmn:Message')) {
      const key = `${message.name} ${extensions(message, 'zeebe:Subscription')[0]?.correlationKey ?? ''}`;
      if (seen.has(key)) reporter.report(message.id, `waits for the same message and key as ${seen.get(key)}`);
      seen.set(key, message.id);
    }
  },
});
