import { CompiledFeel } from '../feel/compiled-feel.js';
import { parseBpmn } from './bpmn-parser.js';
import { linkTarget, noneStartEvent, type ProcessModel } from './process-model.js';

const document = (content: string) =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d">${content}</bpmn:definitions>`;
const processOf = (content: string) => document(`<bpmn:process id="p" isExecutable="true">${content}</bpmn:process>`);

async function modelOf(content: string): Promise<ProcessModel> {
  const parsed = await parseBpmn(processOf(content), new CompiledFeel());
  if (!parsed.ok) throw new Error(parsed.errors.join('\n'));
  return parsed.processes[0]!;
}

async function errorsOf(xml: string): Promise<readonly string[]> {
  const parsed = await parseBpmn(xml, new CompiledFeel());
  return parsed.ok ? [] : parsed.errors;
}

describe('parseBpmn', () => {
  it('makes a model of scopes, flows and boundary events', async () => {
    const { elements, root } = await modelOf(`
      <bpmn:startEvent id="s"/>
      <bpmn:subProcess id="sp"><bpmn:startEvent id="ss"/><bpmn:task id="t"/><bpmn:sequenceFlow id="i" sourceRef="ss" targetRef="t"/></bpmn:subProcess>
      <bpmn:boundaryEvent id="b" attachedToRef="sp" cancelActivity="false"><bpmn:outgoing>f2</bpmn:outgoing>
        <bpmn:timerEventDefinition><bpmn:timeDuration>=wait</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
      <bpmn:endEvent id="e"/>
      <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="sp"/><bpmn:sequenceFlow id="f2" sourceRef="b" targetRef="e"/>`);
    const sub = elements.get('sp')!;
    expect([...elements.keys()]).toEqual(['p', 's', 'sp', 'ss', 't', 'b', 'e']);
    expect(noneStartEvent(root)?.id).toBe('s');
    expect(noneStartEvent(sub)?.outgoing.map(({ target }) => target.id)).toEqual(['t']);
    expect(sub.boundaryEvents.map(({ id, interrupting, eventType }) => [id, interrupting, eventType])).toEqual([
      ['b', false, 'TIMER'],
    ]);
    expect(elements.get('b')?.event).toMatchObject({
      kind: 'timer',
      timer: 'DURATION',
      value: { expression: { names: ['wait'] } },
    });
    expect(elements.get('t')?.parent).toBe(sub);
  });

  it('reads what Zeebe adds to tasks', async () => {
    const { elements } = await modelOf(`<bpmn:startEvent id="s"/>
      <bpmn:serviceTask id="a"><bpmn:extensionElements><zeebe:taskDefinition type="=kind" retries="7"/>
        <zeebe:taskHeaders><zeebe:header key="k" value="v"/></zeebe:taskHeaders>
        <zeebe:ioMapping><zeebe:input source="=x" target="a.b"/><zeebe:output source="=y" target="c"/></zeebe:ioMapping>
      </bpmn:extensionElements></bpmn:serviceTask>`);
    expect(elements.get('a')).toMatchObject({
      job: { type: { kind: 'expression' }, retries: { kind: 'static', text: '7' }, headers: { k: 'v' } },
      inputs: [{ target: ['a', 'b'] }],
      outputs: [{ target: ['c'] }],
    });
  });

  it('knows the variable that an output element is', async () => {
    const loop = (
      output: string,
    ) => `<bpmn:startEvent id="s"/><bpmn:task id="t"><bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>
      <zeebe:loopCharacteristics inputCollection="=xs" outputCollection="o" outputElement="${output}"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:task>`;
    const variableOf = async (output: string) => (await modelOf(loop(output))).elements.get('t')?.loop?.outputVariable;
    expect(await variableOf('=结果.值')).toBe('结果');
    expect(await variableOf('=r + 1')).toBeUndefined();
    expect(await variableOf('=true')).toBeUndefined();
  });

  it('finds the target of a link', async () => {
    const { elements } = await modelOf(`<bpmn:startEvent id="s"/>
      <bpmn:intermediateThrowEvent id="to"><bpmn:linkEventDefinition name="L"/></bpmn:intermediateThrowEvent>
      <bpmn:intermediateCatchEvent id="at"><bpmn:linkEventDefinition name="L"/></bpmn:intermediateCatchEvent>
      <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="to"/>`);
    expect(linkTarget(elements.get('to')!)?.id).toBe('at');
  });

  it('ignores a diagram that shows what is gone, but not a flow to it', async () => {
    const gone = `<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" id="dg"><bpmndi:BPMNPlane id="pl" bpmnElement="p"><bpmndi:BPMNShape id="sh" bpmnElement="gone"/></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
    const start = '<bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s"/></bpmn:process>';
    expect(await errorsOf(document(start + gone))).toEqual([]);
    expect(
      await errorsOf(processOf('<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="gone"/>')),
    ).toEqual(['unresolved reference <gone>']);
  });

  it.each([
    [
      '<bpmn:startEvent id="s"/><bpmn:transaction id="x"><bpmn:startEvent id="y"/></bpmn:transaction>',
      "type 'Transaction'",
    ],
    ['<bpmn:startEvent id="s"/><bpmn:adHocSubProcess id="x"/>', "type 'AdHocSubProcess'"],
    [
      '<bpmn:startEvent id="s"/><bpmn:userTask id="x"><bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements></bpmn:userTask>',
      'Zeebe user tasks are not supported',
    ],
    [
      '<bpmn:startEvent id="s"><bpmn:conditionalEventDefinition/></bpmn:startEvent>',
      "type 'ConditionalEventDefinition'",
    ],
    ['<bpmn:startEvent id="s"/><bpmn:task id="x" isForCompensation="true"/>', 'must be associated'],
  ])('refuses by name what is not supported: %s', async (content, expected) => {
    expect((await errorsOf(processOf(content))).join('\n')).toContain(expected);
  });
});
