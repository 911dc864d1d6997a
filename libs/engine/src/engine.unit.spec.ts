import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledDecisions } from './dmn/compiled-drg.js';
import { Engine } from './engine.js';
import { CompiledFeel } from './feel/compiled-feel.js';
import { isRefusal } from './processing/refusal.js';
import type { AnyRecord } from './record/record.js';
import { MemoryStore } from './store/memory-store.js';
import { StoreUnavailable } from './store/store.js';

const BPMN = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d">
  <bpmn:process id="p" isExecutable="true">
    <bpmn:startEvent id="s"/>
    <bpmn:serviceTask id="work"><bpmn:extensionElements><zeebe:taskDefinition type="work"/></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:endEvent id="e"/>
    <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="work"/><bpmn:sequenceFlow id="f2" sourceRef="work" targetRef="e"/>
  </bpmn:process>
</bpmn:definitions>`;

/** Can be slow, or away. */
class FaultyStore extends MemoryStore {
  appends = 0;
  away = false;
  gate: Promise<void> | undefined;

  override async append(records: readonly AnyRecord[]): Promise<void> {
    this.appends++;
    await this.gate;
    if (this.away) throw new StoreUnavailable('away');
    await super.append(records);
  }
}

describe('Engine', () => {
  let store: FaultyStore;
  let engine: Engine;
  let now: number;
  const open = () =>
    Engine.open({
      store,
      now: () => now,
      feel: new CompiledFeel(),
      decisions: new CompiledDecisions(),
      checkpointEvery: 30,
    });
  const create = () =>
    engine.execute({
      type: 'CreateProcessInstance',
      bpmnProcessId: 'p',
      version: -1,
      variables: { n: 1 },
      startInstructions: [],
    });
  const activate = (timeout = 1000) =>
    engine.execute({ type: 'ActivateJobs', jobType: 'work', worker: 'w', timeout, maxJobs: 10, fetchVariables: [] });

  beforeEach(async () => {
    now = 1_000_000;
    store = new FaultyStore();
    engine = await open();
    await engine.execute({ type: 'DeployResource', resources: [{ name: 'p.bpmn', content: BPMN }] });
  });

  it('answers only when the records are committed, and commits what came meanwhile together', async () => {
    let release = () => {};
    store.gate = new Promise((resolve) => (release = resolve));
    const before = store.appends;
    const answers: string[] = [];
    const first = create().then(() => answers.push('first'));
    await sleep(5);
    const others = Promise.all([create(), create(), create()]).then(() => answers.push('others'));
    await sleep(5);
    expect(answers).toEqual([]);
    release();
    await Promise.all([first, others]);
    expect(answers).toEqual(['first', 'others']);
    expect(store.appends - before).toBe(2);
    await engine.close();
  });

  it('refuses with a value, and leaves nothing in the log', async () => {
    const { lastPosition } = engine.figures();
    const refusal = await engine.execute({ type: 'CompleteJob', jobKey: 5, variables: {} });
    expect(refusal).toMatchObject({
      code: 'NOT_FOUND',
      message: "Expected to complete job with key '5', but no such job was found",
    });
    expect(engine.figures().lastPosition).toBe(lastPosition);
    await engine.close();
  });

  it('is unavailable while the store is away, and goes on without a restart', async () => {
    store.away = true;
    expect(await create()).toMatchObject({ code: 'UNAVAILABLE' });
    expect(engine.available).toBe(false);
    expect(await create()).toMatchObject({ code: 'UNAVAILABLE' });
    store.away = false;
    while (!engine.available) await sleep(20);
    expect(isRefusal(await create())).toBe(false);
    // the first was done and is in the log now, as its caller may have feared; the second never began
    expect(engine.figures().processInstances).toBe(2);
    await engine.close();
    engine = await open();
    expect(engine.figures().processInstances).toBe(2);
    await engine.close();
  });

  it('recovers the state from checkpoint and tail', async () => {
    for (let n = 0; n < 12; n++) await create();
    await activate();
    const state = engine.dumpState();
    const { checkpointPosition, lastPosition } = engine.figures();
    expect(checkpointPosition).toBeGreaterThan(0);
    expect(checkpointPosition).toBeLessThan(lastPosition);
    await engine.close();
    engine = await open();
    expect(engine.dumpState()).toBe(state);
    now += 1000;
    await engine.tick();
    expect(await activate()).toMatchObject({ jobs: { length: 10 } });
    await engine.close();
  });

  it('gives committed records to subscribers, from any position, in order, at their pace', async () => {
    await create();
    const late: number[] = [];
    const end = engine.subscribe(3, async (records) => {
      await sleep(1);
      late.push(...records.map(({ position }) => position));
    });
    await create();
    const { lastPosition } = engine.figures();
    while (late.at(-1) !== lastPosition) await sleep(5);
    expect(late).toEqual(Array.from({ length: lastPosition - 3 }, (_, index) => index + 4));
    end();
    await create();
    await sleep(10);
    expect(late.at(-1)).toBe(lastPosition);
    await engine.close();
  });

  it('tells who waits for jobs: when they are created, and when their time is over', async () => {
    let told = 0;
    const off = engine.onJobsAvailable('work', () => told++);
    await create();
    expect(told).toBe(1);
    expect(engine.hasActivatableJobs('work')).toBe(true);
    await activate(500);
    expect([engine.hasActivatableJobs('work'), engine.nextDue()]).toEqual([false, now + 500]);
    now += 500;
    await engine.tick();
    expect([told, engine.hasActivatableJobs('work'), engine.nextDue()]).toEqual([2, true, undefined]);
    off();
    await create();
    expect(told).toBe(2);
    await engine.close();
  });

  it('waits for the result of an instance, but not for ever', async () => {
    const withResult = (requestTimeout: number) =>
      engine.execute({
        type: 'CreateProcessInstanceWithResult',
        bpmnProcessId: 'p',
        version: -1,
        variables: { a: 1, b: 2 },
        startInstructions: [],
        fetchVariables: ['b', 'c'],
        requestTimeout,
      });
    expect(await withResult(20)).toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    const result = withResult(5000);
    while (engine.jobs().length < 2) await sleep(1);
    for (const { key } of engine.jobs())
      await engine.execute({ type: 'CompleteJob', jobKey: key, variables: { c: 3 } });
    expect(await result).toMatchObject({ bpmnProcessId: 'p', variables: { b: 2, c: 3 } });
    await engine.close();
  });

  it('shows live instances with their tokens and variables', async () => {
    await create();
    const [instance] = engine.processInstances({ limit: 10 });
    const detail = engine.processInstance(instance!.key)!;
    expect(detail.elements.map(({ elementId, state }) => [elementId, state])).toEqual([
      ['p', 'ACTIVATED'],
      ['work', 'ACTIVATED'],
    ]);
    expect(detail.variables).toEqual([{ scopeKey: instance!.key, name: 'n', value: 1 }]);
    expect(engine.processInstance(1)).toBeUndefined();
    expect(engine.definitions()).toMatchObject([{ bpmnProcessId: 'p', version: 1, latest: true }]);
    await engine.close();
  });
});
