// Beyond the kit: what our own models and the engine's code need to be sure of.
const source = 'docs: Components > Modeler > BPMN > Concepts > Incidents';

export default [
  {
    id: 'output-mapping-with-boundary',
    title: 'an incident in the output mapping of a task with a boundary event can be resolved',
    source,
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s'),
        b.service('a', { output: { o: '=assert(x, x != null)' } }),
        b.boundary('bd', 'a', b.message('m', '=k')),
        b.service('h'),
        b.service('n'),
        b.end('e'),
        b.end('e2'),
        's -> a -> n -> e',
        'bd -> h -> e2',
      ),
    async run(t) {
      await t.deploy();
      const pi = await t.create('p', { k: '1' });
      await t.work('a');
      await t.expectNoJob('n');
      await t.setVariables(pi, { x: 4 });
      await t.resolveIncident(pi);
      await t.work('n', {}, { variables: { o: 4 } });
      await t.expectDone(pi);
    },
  },
];
