module.exports = () => ({
  check(node, reporter) {
    if (node.$type !== 'bpmn:ParallelGateway') return;
    const incoming = node.incoming?.length ?? 0;
    const outgoing = node.outgoing?.length ?? 0;
    if (incoming > 1 && outgoing > 1) {
      reporter.report(
        node.id,
        'joins and splits at once: it would wait for all incoming flows; put an exclusive gateway before it',
      );
    }
  },
});
