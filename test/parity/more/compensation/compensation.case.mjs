// Beyond the kit: what our own models and the engine's code need to be sure of.
const source = 'docs: Components > Modeler > BPMN > Compensation events';

export default [
  {
    id: 'sub-process-without-handler',
    title: 'the compensation of a completed sub-process runs the handlers of what was completed in it',
    source,
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s'),
        b.sub(
          'sp',
          b.start('ss'),
          b.service('a'),
          b.boundary('ca', 'a', b.compensate()),
          b.service('undo-a', { forCompensation: true }),
          b.association('ca', 'undo-a'),
          b.end('se'),
          'ss -> a -> se',
        ),
        b.throwEvent('th', b.compensate()),
        b.service('after'),
        b.end('e'),
        's -> sp -> th -> after -> e',
      ),
    async run(t) {
      await t.deploy();
      const pi = await t.create('p');
      await t.work('a');
      await t.expectNoJob('after');
      await t.work('undo-a');
      await t.work('after');
      await t.expectDone(pi);
    },
  },
  {
    id: 'one-activity',
    title: 'a throw event that names an activity compensates that one only',
    source,
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s'),
        b.service('a'),
        b.boundary('ca', 'a', b.compensate()),
        b.service('undo-a', { forCompensation: true }),
        b.association('ca', 'undo-a'),
        b.service('c'),
        b.boundary('cc', 'c', b.compensate()),
        b.service('undo-c', { forCompensation: true }),
        b.association('cc', 'undo-c'),
        b.throwEvent('th', b.compensate('c')),
        b.service('after'),
        b.end('e', b.compensate()),
        's -> a -> c -> th -> after -> e',
      ),
    async run(t) {
      await t.deploy();
      const pi = await t.create('p');
      await t.work('a');
      await t.work('c');
      await t.expectNoJob('undo-a');
      await t.work('undo-c');
      await t.work('after');
      await t.expectNoJob('undo-c');
      await t.work('undo-a');
      await t.expectDone(pi);
    },
  },
  {
    id: 'multi-instance',
    title: 'a multi-instance activity is compensated once, as a whole',
    source,
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s'),
        b.service('a', { multi: { in: '=[1,2]', as: 'i' } }),
        b.boundary('ca', 'a', b.compensate()),
        b.service('undo-a', { forCompensation: true }),
        b.association('ca', 'undo-a'),
        b.throwEvent('th', b.compensate()),
        b.end('e'),
        's -> a -> th -> e',
      ),
    async run(t) {
      await t.deploy();
      const pi = await t.create('p');
      for (const j of await t.expectJobs('a', 2)) await t.complete(j);
      await t.expectJobs('undo-a', 1).then(([j]) => t.complete(j));
      await t.expectDone(pi);
    },
  },
  {
    id: 'from-an-event-sub-process',
    title: 'a throw event in an event sub-process compensates the scope that it interrupted',
    source,
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s'),
        b.service('a'),
        b.boundary('ca', 'a', b.compensate()),
        b.service('undo-a', { forCompensation: true }),
        b.association('ca', 'undo-a'),
        b.service('c'),
        b.end('e'),
        b.eventSub(
          'es',
          b.start('ess', b.error('E')),
          b.throwEvent('th', b.compensate()),
          b.end('ese'),
          'ess -> th -> ese',
        ),
        's -> a -> c -> e',
      ),
    async run(t) {
      await t.deploy();
      const pi = await t.create('p');
      await t.work('a');
      await t.throwError(await t.expectJob('c'), 'E');
      await t.work('undo-a');
      await t.expectDone(pi);
    },
  },
];
