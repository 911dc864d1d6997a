import { manifestOf, withCalledParts } from '../../tools/event-manifest/manifest.js';
import { readProcess } from '../../tools/event-manifest/read-model.js';

const contracts = {
  jobs: {
    'intake.accept-case': { service: 'intake', emits: ['case.accepted'] },
    'tasklist.start-deadline': { service: 'tasklist', emits: ['deadline.started'] },
  },
  forms: {
    'demo--review': { service: 'intake', emits: ['case.linked'] },
    'part--answer': { service: 'intake', emits: ['inquiry.answered'] },
  },
};

const model = (id: string, elements: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
  <bpmn:process id="${id}" isExecutable="true">${elements}</bpmn:process>
</bpmn:definitions>`;
const task = (id: string, headers = '') => `<bpmn:userTask id="${id}"><bpmn:extensionElements>
  <zeebe:taskHeaders>${headers}</zeebe:taskHeaders></bpmn:extensionElements></bpmn:userTask>`;
const job = (kind: string, id: string, type: string, headers = '') => `<bpmn:${kind} id="${id}"><bpmn:extensionElements>
  <zeebe:taskDefinition type="${type}" /><zeebe:taskHeaders>${headers}</zeebe:taskHeaders></bpmn:extensionElements>
  ${kind === 'serviceTask' ? '' : '<bpmn:messageEventDefinition />'}</bpmn:${kind}>`;
const call = (id: string, process: string) => `<bpmn:callActivity id="${id}"><bpmn:extensionElements>
  <zeebe:calledElement processId="${process}" /></bpmn:extensionElements></bpmn:callActivity>`;
const header = (key: string, value: string) => `<zeebe:header key="${key}" value="${value}" />`;

async function manifest(id: string, elements: string) {
  return manifestOf(await readProcess(model(id, elements)), contracts);
}

describe('the event manifest of a model', () => {
  it('names what jobs of tasks and of throw events emit, in sub-processes too', async () => {
    const { elements } = await manifest(
      'demo',
      job('serviceTask', 'accept', 'intake.accept-case') +
        `<bpmn:subProcess id="sub" triggeredByEvent="true">${job('intermediateThrowEvent', 'again', 'intake.accept-case')}</bpmn:subProcess>`,
    );
    expect(elements).toEqual([
      { element: 'accept', job: 'intake.accept-case', types: ['case.accepted'] },
      { element: 'again', job: 'intake.accept-case', types: ['case.accepted'] },
    ]);
  });

  it('adds what every user task goes through, and its limit', async () => {
    const plain = await manifest('demo', task('review'));
    expect(plain.types).toEqual([
      'case.linked',
      ...['assigned', 'claimed', 'completed', 'created', 'released', 'withdrawn'].map((what) => `task.${what}`),
    ]);
    const limited = await manifest('demo', task('review', header('deadlineRule', 'R04.4')));
    expect(limited.types).toEqual(
      expect.arrayContaining(['deadline.started', 'deadline.warned', 'deadline.met', 'deadline.missed']),
    );
  });

  it('adds limits.requested where a job of another service opens limits', async () => {
    const limits = header('limits', 'R04.11');
    expect((await manifest('demo', job('serviceTask', 'a', 'intake.accept-case', limits))).types).toContain(
      'limits.requested',
    );
    expect((await manifest('demo', job('serviceTask', 'a', 'tasklist.start-deadline', limits))).types).not.toContain(
      'limits.requested',
    );
  });

  it('takes in called parts, and ends where they call one another', async () => {
    const all = withCalledParts([
      await manifest('demo', call('ask', 'part') + call('chosen', '=which')),
      await manifest('part', task('answer') + call('back', 'demo')),
    ]);
    expect(all[0]?.elements).toEqual([
      { element: 'ask', via: 'part', types: [] },
      { element: 'chosen', via: '=which', types: [] },
    ]);
    expect(all[0]?.types).toContain('inquiry.answered');
    expect(all[1]?.types).toContain('inquiry.answered');
  });

  it('refuses a job or form without a contract', async () => {
    await expect(manifest('demo', job('serviceTask', 'a', 'intake.invented'))).rejects.toThrow('intake.invented');
    await expect(manifest('demo', task('unknown'))).rejects.toThrow('demo--unknown');
  });
});
