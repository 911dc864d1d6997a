import type { ElementModel } from '../model/process-model.js';
import type { Key } from '../record/key.js';
import type { BpmnElementType } from '../record/values.js';
import type { ElementInstance } from '../state/element-instances.js';
import { isProcess, valueOf } from './bpmn/values.js';
import type { CommandProcessor } from './command-processor.js';
import type { Processing } from './processing.js';
import { Refusal } from './refusal.js';

/** What 8.5 can migrate: elements that wait for a job, and the scopes around them. */
const MIGRATABLE: ReadonlySet<BpmnElementType> = new Set([
  'PROCESS',
  'SUB_PROCESS',
  'SERVICE_TASK',
  'USER_TASK',
  'SEND_TASK',
  'SCRIPT_TASK',
  'BUSINESS_RULE_TASK',
]);

export const migrateProcessInstance: CommandProcessor<'MigrateProcessInstance'> = (p, command) => {
  const { processInstanceKey, targetProcessDefinitionKey, mapping } = command;
  const instance = p.state.elements.get(processInstanceKey);
  const expected = 'Expected to migrate process instance but';
  if (instance?.elementType !== 'PROCESS')
    return new Refusal('NOT_FOUND', `${expected} no process instance found with key '${processInstanceKey}'`);
  const definition = p.state.processes.get(targetProcessDefinitionKey);
  if (!definition || definition.deleting)
    return new Refusal('NOT_FOUND', `${expected} no process definition found with key '${targetProcessDefinitionKey}'`);
  if (instance.parentProcessInstanceKey !== undefined)
    return new Refusal(
      'INVALID_STATE',
      `${expected} process instance '${processInstanceKey}' is a child process instance`,
    );
  const source = p.models.process(instance.processDefinitionKey);
  const target = p.models.process(targetProcessDefinitionKey);
  const targets = new Map<string, ElementModel>();
  for (const { sourceElementId, targetElementId } of mapping) {
    const element = target.elements.get(targetElementId);
    if (!source.elements.has(sourceElementId) || !element || targets.has(sourceElementId))
      return new Refusal(
        'INVALID_ARGUMENT',
        `${expected} the mapping '${sourceElementId}' → '${targetElementId}' is not valid`,
      );
    targets.set(sourceElementId, element);
  }
  targets.set(instance.elementId, target.root);
  const live = liveElements(p, processInstanceKey);
  for (const element of live) {
    const problem = refuse(p, element, targets);
    if (problem) return new Refusal('INVALID_STATE', `${expected} ${problem}`);
  }
  for (const element of live)
    p.record('PROCESS_INSTANCE', 'ELEMENT_MIGRATED', element.key, {
      ...valueOf(element),
      bpmnProcessId: definition.bpmnProcessId,
      version: definition.version,
      processDefinitionKey: definition.key,
      elementId: targets.get(element.elementId)!.id,
    });
  p.record('PROCESS_INSTANCE_MIGRATION', 'MIGRATED', p.newKey(), { processInstanceKey, targetProcessDefinitionKey });
  return {};
};

function refuse(
  p: Processing,
  instance: Readonly<ElementInstance>,
  targets: ReadonlyMap<string, ElementModel>,
): string | undefined {
  const target = targets.get(instance.elementId);
  const which = `the active element '${instance.elementId}'`;
  if (!target) return `no mapping instruction is given for ${which}`;
  if (!MIGRATABLE.has(instance.elementType)) return `${which} is a ${instance.elementType}, which cannot be migrated`;
  if (target.type !== instance.elementType || target.loop) return `${which} is mapped to an element of another type`;
  if (instance.takenFlows) return `${which} has tokens that wait in front of a gateway`;
  if (p.state.incidents.ofElement(instance.key).length) return `${which} has an incident`;
  const { timers, messageSubscriptions, signalSubscriptions } = p.state;
  const { key } = instance;
  const listens =
    timers.ofElement(key).length +
    messageSubscriptions.ofElement(key).length +
    signalSubscriptions.ofElement(key).length;
  if (listens || target.boundaryEvents.length || target.eventSubProcesses.length)
    return `${which} or its target has events, which cannot be migrated`;
  const around = isProcess(instance)
    ? undefined
    : targets.get(p.state.elements.getExisting(instance.flowScopeKey).elementId);
  return target.parent === around ? undefined : `the flow scope of ${which} changes`;
}

function liveElements(p: Processing, scopeKey: Key): Readonly<ElementInstance>[] {
  const children = p.state.elements.childrenOf(scopeKey);
  return [p.state.elements.getExisting(scopeKey), ...children.flatMap((key) => liveElements(p, key))];
}
