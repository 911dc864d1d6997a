// Beyond the kit: what our own models and the engine's code need to be sure of.
const source = 'docs: Components > Modeler > BPMN > Gateways';

export default [
  {
    id: 'event-based-in-a-loop',
    title: 'an event-based gateway that is reached again listens again',
    source,
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s'),
        b.exclusive('m'),
        b.eventBased('g'),
        b.catchEvent('c1', b.signal('again')),
        b.catchEvent('c2', b.message('done', '=k')),
        b.service('r'),
        b.end('e'),
        's -> m -> g -> c1 -> r -> m',
        'g -> c2 -> e',
      ),
    async run(t) {
      await t.deploy();
      const pi = await t.create('p', { k: 1 });
      for (let i = 0; i < 3; i++) {
        await t.signal('again', { i });
        await t.work('r', {}, { variables: { i } });
      }
      await t.publish('done', '1');
      await t.expectDone(pi);
    },
  },
  {
    id: 'flow-straight-to-the-join',
    title: 'a fork may lead straight to its join',
    source,
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s'),
        b.parallel('f'),
        b.service('a'),
        b.service('c'),
        b.parallel('j'),
        b.service('after'),
        b.end('e'),
        's -> f -> a -> j -> after -> e',
        'f -> c -> j',
        'f -> j',
      ),
    async run(t) {
      await t.deploy();
      const pi = await t.create('p');
      await t.work('a');
      await t.work('c');
      await t.work('after');
      await t.expectDone(pi);
    },
  },
];
