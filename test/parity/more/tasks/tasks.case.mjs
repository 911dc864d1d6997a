// Beyond the kit: what our own models and the engine's code need to be sure of.
const source = 'docs: Components > Modeler > BPMN > Message events';

export default [
  {
    id: 'message-throw-and-end',
    title: 'message throw and end events are jobs',
    source,
    bpmn: (b) =>
      b.process(
        'p',
        b.start('s'),
        b.throwEvent('th', b.message('x'), { type: 'send1' }),
        b.end('e', b.message('y'), { type: 'send2' }),
        's -> th -> e',
      ),
    async run(t) {
      await t.deploy();
      const r = t.createWithResult('p');
      await t.work('send1', { a: 1 }, { elementId: 'th' });
      await t.work('send2', { b: 1 });
      t.equal((await r).variables, { a: 1, b: 1 });
    },
  },
];
