// Beyond the kit: what our own models and the engine's code need to be sure of.
const source = 'docs: Concepts > Process instance modification';

export default [
  {
    id: 'modify-below-an-ancestor',
    title: 'with the instance as the chosen ancestor the sub-process is entered anew',
    source,
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s'),
        b.sub('sp', b.start('ss'), b.service('a'), b.service('c'), b.end('se'), 'ss -> a -> c -> se'),
        b.service('after'),
        b.end('e'),
        's -> sp -> after -> e',
      ),
    async run(t) {
      await t.deploy();
      const pi = await t.create('p');
      const a = await t.expectJob('a');
      await t.modify(pi, { activate: [{ element: 'c', ancestor: pi.key }] });
      const c = await t.expectJob('c');
      await t.complete(c);
      await t.work('after');
      await t.expectActive(pi);
      await t.modify(pi, { terminate: [a.elementInstanceKey] });
      await t.expectDone(pi);
    },
  },
  {
    id: 'modify-ends-the-last',
    title: 'terminating the last element terminates the instance',
    source,
    bpmn: (b) => b.process('p', b.start('s'), b.service('a'), b.end('e'), 's -> a -> e'),
    async run(t) {
      await t.deploy();
      const pi = await t.create('p');
      const a = await t.expectJob('a');
      await t.modify(pi, { terminate: [a.elementInstanceKey] });
      await t.expectDone(pi);
    },
  },
];
