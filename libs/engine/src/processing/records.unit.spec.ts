import { ProcessTest } from '../testing/process-test.js';

const definitions = (content: string) =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d">${content}</bpmn:definitions>`;
const flows = (...pairs: string[]) =>
  pairs.map((pair, index) => {
    const [from, to] = pair.split('>');
    return `<bpmn:sequenceFlow id="f${index}" sourceRef="${from}" targetRef="${to}"/>`;
  });
const job = (id: string) =>
  `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${id}"/></bpmn:extensionElements></bpmn:serviceTask>`;
const ONE_TASK = definitions(
  `<bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s"/>${job('work')}<bpmn:endEvent id="e"/>${flows('s>work', 'work>e').join('')}</bpmn:process>`,
);

// a guard is reached after thousands of steps, which a busy machine takes its time for
describe('the records of a process', () => {
  let test: ProcessTest;

  beforeEach(async () => {
    test = await ProcessTest.start();
  });
  afterEach(() => test.close());

  /** Intents with the element, variable or type that they are about. */
  const told = () =>
    test.records().map(({ valueType, intent, value }) => {
      const about = value as unknown as Record<string, string | undefined>;
      return `${valueType} ${intent} ${about.elementId ?? about.name ?? about.type ?? about.bpmnProcessId ?? ''}`.trim();
    });

  it('are those of Zeebe, in its order', async () => {
    await test.deploy({ name: 'p.bpmn', content: ONE_TASK });
    const deployed = test.records().length;
    await test.create('p', { n: 1 });
    await test.jobs('work').complete({ done: true });
    expect(told().slice(deployed)).toEqual([
      'PROCESS_INSTANCE ELEMENT_ACTIVATING p',
      'VARIABLE CREATED n',
      'PROCESS_INSTANCE_CREATION CREATED p',
      'PROCESS_INSTANCE ELEMENT_ACTIVATED p',
      'PROCESS_INSTANCE ELEMENT_ACTIVATING s',
      'PROCESS_INSTANCE ELEMENT_ACTIVATED s',
      'PROCESS_INSTANCE ELEMENT_COMPLETING s',
      'PROCESS_INSTANCE ELEMENT_COMPLETED s',
      'PROCESS_INSTANCE SEQUENCE_FLOW_TAKEN f0',
      'PROCESS_INSTANCE ELEMENT_ACTIVATING work',
      'PROCESS_INSTANCE ELEMENT_ACTIVATED work',
      'JOB CREATED work',
      'JOB COMPLETED work',
      'PROCESS_INSTANCE ELEMENT_COMPLETING work',
      'VARIABLE CREATED done',
      'PROCESS_INSTANCE ELEMENT_COMPLETED work',
      'PROCESS_INSTANCE SEQUENCE_FLOW_TAKEN f1',
      'PROCESS_INSTANCE ELEMENT_ACTIVATING e',
      'PROCESS_INSTANCE ELEMENT_ACTIVATED e',
      'PROCESS_INSTANCE ELEMENT_COMPLETING e',
      'PROCESS_INSTANCE ELEMENT_COMPLETED e',
      'PROCESS_INSTANCE ELEMENT_COMPLETING p',
      'PROCESS_INSTANCE ELEMENT_COMPLETED p',
    ]);
    expect(test.records().map(({ position }) => position)).toEqual(test.records().map((_, index) => index + 1));
    const keys = test.records({ valueType: 'PROCESS_INSTANCE', intent: 'ELEMENT_ACTIVATING' }).map(({ key }) => key);
    expect(keys).toEqual(keys.toSorted((a, b) => a - b));
    expect(keys[0]).toBeGreaterThan(2 ** 51);
  });

  it('show a job that fails, its incident, and the way on', async () => {
    await test.deploy({ name: 'p.bpmn', content: ONE_TASK });
    await test.create('p');
    test.allowIncidentAt('work');
    const { key } = test.jobs('work').one();
    await test.jobs('work').fail({ message: 'out of order' });
    const incident = test.incidentAt('work');
    expect(incident).toMatchObject({ errorType: 'JOB_NO_RETRIES', errorMessage: 'out of order', jobKey: key });
    await expect(test.resolveIncident(incident.key)).rejects.toThrow('has no retries left');
    await test.execute({ type: 'UpdateJobRetries', jobKey: key, retries: 1 });
    await test.resolveIncident(incident.key);
    expect(told().slice(-4)).toEqual([
      'JOB FAILED work',
      'INCIDENT CREATED work',
      'JOB RETRIES_UPDATED work',
      'INCIDENT RESOLVED work',
    ]);
    await test.jobs('work').complete();
    test.expectEnded('e');
  });

  it('end everything when an instance is cancelled', async () => {
    await test.deploy({ name: 'p.bpmn', content: ONE_TASK });
    const instance = await test.create('p');
    await test.cancel(instance);
    expect(told().slice(-5)).toEqual([
      'PROCESS_INSTANCE ELEMENT_TERMINATING p',
      'PROCESS_INSTANCE ELEMENT_TERMINATING work',
      'JOB CANCELED work',
      'PROCESS_INSTANCE ELEMENT_TERMINATED work',
      'PROCESS_INSTANCE ELEMENT_TERMINATED p',
    ]);
  });

  it('stop a process that goes round without waiting by an incident', async () => {
    const content = definitions(
      `<bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s"/><bpmn:task id="a"/><bpmn:task id="b"/>${flows('s>a', 'a>b', 'b>a').join('')}</bpmn:process>`,
    );
    await test.deploy({ name: 'p.bpmn', content });
    test.allowIncidentAt('a', 'b');
    await test.create('p');
    expect(test.instances().flatMap(({ openIncidents }) => openIncidents)).toMatchObject([{ errorType: 'UNKNOWN' }]);
  });

  it('stop a process that calls itself without end', async () => {
    const content = definitions(
      `<bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s"/><bpmn:callActivity id="c"><bpmn:extensionElements><zeebe:calledElement processId="p"/></bpmn:extensionElements></bpmn:callActivity>${flows('s>c').join('')}</bpmn:process>`,
    );
    await test.deploy({ name: 'p.bpmn', content });
    test.allowIncidentAt('c');
    await test.create('p');
    expect(test.incidentAt('c').errorType).toBe('CALLED_ELEMENT_ERROR');
    expect(test.instances()).toHaveLength(1000);
  });
});

describe('the output collection of a multi-instance activity', () => {
  it('is written element by element, so that a thousand of them stay flat', async () => {
    const test = await ProcessTest.start();
    const loop = `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..1000 return i" inputElement="n" outputCollection="out" outputElement="=n * 2"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;
    const content = definitions(
      `<bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s"/><bpmn:task id="t">${loop}</bpmn:task>${job('after')}${flows('s>t', 't>after').join('')}</bpmn:process>`,
    );
    await test.deploy({ name: 'p.bpmn', content });
    await test.create('p');
    expect(test.jobs('after').one().variables).toEqual({
      out: Array.from({ length: 1000 }, (_, index) => (index + 1) * 2),
    });
    const largest = Math.max(
      ...test.records({ intent: 'OUTPUT_COLLECTED' }).map((record) => JSON.stringify(record).length),
    );
    expect(largest).toBeLessThan(400);
    await test.close();
  });
});
