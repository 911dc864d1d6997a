// Beyond the kit: what our own models and the engine's code need to be sure of.
const source = 'docs: Components > Modeler > BPMN > Event subprocess';

export default [
  {
    id: 'key-from-the-start-message',
    title: 'an event sub-process may take its correlation key from the message that started the process',
    source,
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s', b.message('go')),
        b.service('a'),
        b.end('e'),
        b.eventSub(
          'es',
          b.start('ess', b.message('stop', '=id')),
          b.service('stopped'),
          b.end('ese'),
          'ess -> stopped -> ese',
        ),
        's -> a -> e',
      ),
    async run(t) {
      await t.deploy();
      await t.publish('go', '', { id: 'K' });
      const a = await t.expectJob('a');
      await t.publish('stop', 'K');
      await t.expectRejected('NOT_FOUND', () => t.complete(a));
      await t.work('stopped');
    },
  },
  {
    id: 'timer-cycle',
    title: 'a non-interrupting cycle starts the event sub-process as often as it says',
    source,
    needs: 'clock',
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s'),
        b.service('a'),
        b.end('e'),
        b.eventSub(
          'es',
          b.start('ess', b.timer.cycle('R2/PT1H'), { interrupting: false }),
          b.service('h'),
          b.end('ese'),
          'ess -> h -> ese',
        ),
        's -> a -> e',
      ),
    async run(t) {
      await t.deploy();
      const pi = await t.create('p');
      const a = await t.expectJob('a');
      await t.clock.add(3600_000);
      await t.work('h');
      await t.clock.add(3600_000);
      await t.work('h');
      await t.clock.add(7200_000);
      await t.expectNoJob('h');
      await t.complete(a);
      await t.expectDone(pi);
    },
  },
  {
    id: 'buffered-message',
    title: 'a message that was buffered before starts the event sub-process at once',
    source,
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s'),
        b.service('a'),
        b.end('e'),
        b.eventSub('es', b.start('ess', b.message('m', '=k')), b.service('h'), b.end('ese'), 'ess -> h -> ese'),
        's -> a -> e',
      ),
    async run(t) {
      await t.deploy();
      await t.publish('m', '1', { z: 1 }, { ttl: 60000 });
      const pi = await t.create('p', { k: '1' });
      await t.work('h', {}, { variables: { z: 1 } });
      await t.expectNoJob('a');
      await t.expectDone(pi);
    },
  },
  {
    id: 'tokens-at-a-join',
    title: 'tokens that wait at a join are gone with the interruption of their scope',
    source,
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s'),
        b.sub(
          'sp',
          b.start('ss'),
          b.parallel('f'),
          b.service('a'),
          b.service('c'),
          b.parallel('j'),
          b.end('se'),
          b.eventSub('es', b.start('ess', b.signal('x')), b.end('ese'), 'ess -> ese'),
          'ss -> f -> a -> j -> se',
          'f -> c -> j',
        ),
        b.service('after'),
        b.end('e'),
        's -> sp -> after -> e',
      ),
    async run(t) {
      await t.deploy();
      const pi = await t.create('p');
      await t.work('a');
      await t.signal('x');
      await t.work('after');
      await t.expectDone(pi);
    },
  },
];
