// Beyond the kit: what our own models and the engine's code need to be sure of.
const source = 'docs: Components > Modeler > BPMN > Multi-instance';

export default [
  {
    id: 'error-in-one-instance',
    title: 'an error event sub-process inside one instance ends that instance only',
    source,
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s'),
        b.sub(
          'sp',
          b.start('ss'),
          b.service('a'),
          b.end('se'),
          b.eventSub('es', b.start('ess', b.error('E')), b.service('fix'), b.end('ese'), 'ess -> fix -> ese'),
          'ss -> a -> se',
          { multi: { in: '=[1,2,3]', as: 'i', collect: 'out', element: '=i' } },
        ),
        b.end('e'),
        's -> sp -> e',
      ),
    async run(t) {
      await t.deploy();
      const r = t.createWithResult('p');
      const [a, b, c] = await t.expectJobs('a', 3);
      await t.throwError(b, 'E');
      await t.complete(a);
      await t.complete(c);
      const f = await t.expectJob('fix', { variables: { i: 2 } });
      await t.complete(f);
      t.equal((await r).variables, { out: [1, 2, 3] });
    },
  },
  {
    id: 'terminate-in-one-instance',
    title: 'a terminate end event inside one instance ends that instance only',
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
          b.end('t', b.terminate()),
          b.end('se'),
          'ss -> f -> a -> t',
          'f -> c -> se',
          { multi: { in: '=[1,2]', as: 'i' } },
        ),
        b.service('after'),
        b.end('e'),
        's -> sp -> after -> e',
      ),
    async run(t) {
      await t.deploy();
      const pi = await t.create('p');
      const as = await t.expectJobs('a', 2);
      const cs = await t.expectJobs('c', 2);
      await t.complete(as[0]);
      await t.expectNoJob('after');
      const i = as[0].variables.i;
      await t.expectRejected('NOT_FOUND', () => t.complete(cs.find((c) => c.variables.i === i)));
      await t.complete(as[1]);
      await t.work('after');
      await t.expectDone(pi);
    },
  },
  {
    id: 'condition-not-boolean',
    title: 'a completion condition that is not boolean is an incident, which can be resolved',
    source,
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s'),
        b.service('a', { multi: { in: '=[1,2]', as: 'i', until: '=stop' } }),
        b.service('after'),
        b.end('e'),
        's -> a -> after -> e',
      ),
    async run(t) {
      await t.deploy();
      const pi = await t.create('p');
      const as = await t.expectJobs('a', 2);
      await t.complete(as[0]);
      await t.expectNoJob('after');
      await t.setVariables(pi, { stop: true });
      await t.resolveIncident(pi);
      await t.work('after');
      await t.expectDone(pi);
    },
  },
  {
    id: 'receive-task',
    title: 'a message for each instance, each with its own correlation key and output',
    source,
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s'),
        b.receive('r', 'm', '=i', { multi: { in: '=["a","b"]', as: 'i', collect: 'out', element: '=v' } }),
        b.end('e'),
        's -> r -> e',
      ),
    async run(t) {
      await t.deploy();
      const r = t.createWithResult('p');
      await t.publish('m', 'b', { v: 2 });
      await t.publish('m', 'a', { v: 1 });
      t.equal((await r).variables, { out: [1, 2] });
    },
  },
  {
    id: 'error-from-a-called-process',
    title: 'an error from one called process is caught at the body and ends the others',
    source,
    async run(t, b) {
      await t.deploy(
        b.process('c', b.start('s'), b.service('w'), b.end('e'), 's -> w -> e'),
        b.process(
          'p',
          b.start('s'),
          b.call('ca', 'c', { multi: { in: '=[1,2]', as: 'i' } }),
          b.boundary('bd', 'ca', b.error('E')),
          b.service('caught'),
          b.end('e'),
          b.end('e2'),
          's -> ca -> e',
          'bd -> caught -> e2',
        ),
      );
      const pi = await t.create('p');
      const js = await t.expectJobs('w', 2);
      await t.throwError(js[0], 'E');
      await t.expectRejected('NOT_FOUND', () => t.complete(js[1]));
      await t.work('caught');
      await t.expectDone(pi);
    },
  },
];
