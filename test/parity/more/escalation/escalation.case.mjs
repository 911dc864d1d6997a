// Beyond the kit: what our own models and the engine's code need to be sure of.
const source = 'docs: Components > Modeler > BPMN > Escalation events';

export default [
  {
    id: 'non-interrupting-event-sub-process',
    title: 'a throw event starts the event sub-process beside the main path, which goes on',
    source,
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s'),
        b.throwEvent('th', b.escalation('X')),
        b.service('a'),
        b.end('e'),
        b.eventSub(
          'es',
          b.start('ess', b.escalation('X'), { interrupting: false }),
          b.service('h'),
          b.end('ese'),
          'ess -> h -> ese',
        ),
        's -> th -> a -> e',
      ),
    async run(t) {
      await t.deploy();
      const pi = await t.create('p');
      await t.work('h');
      await t.expectActive(pi);
      await t.work('a');
      await t.expectDone(pi);
    },
  },
  {
    id: 'interrupts-a-call-activity',
    title: 'an escalation end event of a called process ends the call activity',
    source,
    async run(t, b) {
      await t.deploy(
        b.process('c', b.start('s'), b.service('w'), b.end('e', b.escalation('X')), 's -> w -> e'),
        b.process(
          'p',
          b.start('s'),
          b.call('ca', 'c'),
          b.boundary('bd', 'ca', b.escalation('X')),
          b.service('h'),
          b.service('n'),
          b.end('e'),
          b.end('e2'),
          's -> ca -> n -> e',
          'bd -> h -> e2',
        ),
      );
      const pi = await t.create('p');
      await t.work('w');
      await t.expectNoJob('n');
      await t.work('h');
      await t.expectDone(pi);
    },
  },
];
