import { ProcessTest } from './process-test.js';

const BPMN = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d">
  <bpmn:message id="m" name="filed"/>
  <bpmn:process id="case" isExecutable="true">
    <bpmn:startEvent id="filed"><bpmn:outgoing>f1</bpmn:outgoing><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>
    <bpmn:serviceTask id="accept"><bpmn:extensionElements><zeebe:taskDefinition type="accept"/></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:userTask id="handle"/>
    <bpmn:boundaryEvent id="late" attachedToRef="handle"><bpmn:outgoing>f4</bpmn:outgoing>
      <bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
    <bpmn:endEvent id="answered"/><bpmn:endEvent id="overdue"/>
    <bpmn:sequenceFlow id="f1" sourceRef="filed" targetRef="accept"/>
    <bpmn:sequenceFlow id="f2" sourceRef="accept" targetRef="handle"/>
    <bpmn:sequenceFlow id="f3" sourceRef="handle" targetRef="answered"/>
    <bpmn:sequenceFlow id="f4" sourceRef="late" targetRef="overdue"/>
  </bpmn:process>
</bpmn:definitions>`;

describe('ProcessTest', () => {
  let test: ProcessTest;

  beforeEach(async () => {
    test = await ProcessTest.start();
    await test.deploy({ name: 'case.bpmn', content: BPMN });
    await test.publish('filed', 'C-1', { caseNo: 'C-1' });
  });
  afterEach(() => test.close());

  it('walks through a process by messages, jobs and user tasks', async () => {
    await test.jobs('accept').where({ caseNo: 'C-1' }).complete({ accepted: true });
    test.expectWaitingAt('handle').expectNotWaitingAt('accept');
    expect(test.variables('case')).toEqual({ caseNo: 'C-1', accepted: true });
    await test.userTask('handle').complete();
    test.expectEnded('answered').expectEnded().expectPassed('accept', 'handle').expectNotPassed('overdue');
    expect(test.passed('case')).toEqual(['filed', 'accept', 'handle', 'answered', 'case']);
  });

  it('lets time pass from one due thing to the next', async () => {
    await test.work('accept', () => ({ accepted: true }));
    await test.advance('P2DT23H');
    test.expectWaitingAt('handle');
    await test.advance('PT1H');
    test.expectEnded('overdue');
    expect(test.now()).toBe('2026-03-05T01:00:00.000Z');
    test.userTask('handle').expectNone();
  });

  it('fails at an incident that nobody allowed', async () => {
    await expect(test.jobs('accept').fail({ message: 'broken' })).rejects.toThrow(
      'incident JOB_NO_RETRIES at accept: broken',
    );
    test.allowIncidentAt('accept');
    expect(test.incidentAt('accept').errorType).toBe('JOB_NO_RETRIES');
  });

  it('says where everything stands when an expectation fails', () => {
    expect(() => test.expectEnded('answered')).toThrow(/waiting at: accept; jobs: accept;/);
    expect(() => test.userTask('handle').one()).toThrow('expected one user task handle, found 0');
  });

  it('asserts records', () => {
    expect(test.records({ valueType: 'JOB', intent: 'CREATED' }).map(({ value }) => value)).toMatchObject([
      { type: 'accept' },
    ]);
  });
});
