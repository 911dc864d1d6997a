import type { ElementModel } from '../model/process-model.js';
import type { Key } from '../record/key.js';
import type { ElementInstance } from '../state/element-instances.js';
import { raiseIncident, resolveIncidentsOf } from './bpmn/incidents.js';
import { cancelJob } from './bpmn/jobs.js';
import { isDone } from './bpmn/leaving.js';
import { setLoopVariables } from './bpmn/multi-instance.js';
import { unsubscribe } from './bpmn/subscriptions.js';
import { active, isScope, referenceOf, valueOf } from './bpmn/values.js';
import { afterProcessEnded } from './elements/process.js';
import { processorOf } from './elements/registry.js';
import type { ActivationOptions, Lifecycle, Processing } from './processing.js';

/** Moves element instances through their states and turns failures into incidents. */
export class ElementLifecycle implements Lifecycle {
  constructor(private readonly p: Processing) {}

  activate(scopeKey: Key, element: ElementModel, options: ActivationOptions = {}): Key {
    const { p } = this;
    const scope = p.state.elements.getExisting(scopeKey);
    const key = options.key ?? p.newKey();
    const isBodyOf = element.loop && options.loopCounter === undefined;
    p.record('PROCESS_INSTANCE', 'ELEMENT_ACTIVATING', key, {
      ...referenceOf(scope),
      version: scope.version,
      elementId: element.id,
      bpmnElementType: isBodyOf ? 'MULTI_INSTANCE_BODY' : element.type,
      bpmnEventType: element.eventType,
      flowScopeKey: scopeKey,
      ...(options.consumedFlows && { consumedFlows: options.consumedFlows }),
      ...(options.loopCounter === undefined ? {} : { loopCounter: options.loopCounter }),
    });
    if (options.trigger)
      p.record('PROCESS_EVENT', 'TRIGGERED', p.newKey(), {
        ...referenceOf(scope),
        elementInstanceKey: key,
        targetElementId: options.trigger.elementId,
        variables: options.trigger.variables,
        ...(options.interruptedScopeKey === undefined ? {} : { interruptedScopeKey: options.interruptedScopeKey }),
      });
    if (element.loop && options.loopCounter !== undefined)
      setLoopVariables(p, element.loop, scopeKey, key, options.loopCounter);
    if (!options.scopeOnly) this.enter(key);
    return key;
  }

  enter(key: Key): void {
    const at = active(this.p, key);
    if (at.instance.state !== 'ACTIVATING') return;
    const failure = processorOf(at).activate(this.p, at);
    if (failure) raiseIncident(this.p, at.instance, failure);
  }

  complete(key: Key): void {
    const { p } = this;
    const instance = p.state.elements.get(key);
    if (!instance || (instance.state !== 'ACTIVATED' && instance.state !== 'COMPLETING')) return;
    // something may have been activated in it since it seemed to be done
    if (isScope(instance) && !isDone(p, instance)) return;
    if (instance.state === 'ACTIVATED') p.record('PROCESS_INSTANCE', 'ELEMENT_COMPLETING', key, valueOf(instance));
    const at = active(p, key);
    const failure = processorOf(at).complete(p, at);
    if (failure) raiseIncident(p, at.instance, failure);
  }

  terminate(key: Key): void {
    const { p } = this;
    const instance = p.state.elements.get(key);
    if (!instance) return;
    p.record('PROCESS_INSTANCE', 'ELEMENT_TERMINATING', key, valueOf(instance));
    for (const child of p.state.elements.childrenOf(key)) this.terminate(child);
    if (instance.calledInstanceKey !== undefined) this.terminate(instance.calledInstanceKey);
    this.release(instance);
    p.record('PROCESS_INSTANCE', 'ELEMENT_TERMINATED', key, valueOf(instance));
    if (instance.elementType === 'PROCESS') afterProcessEnded(p, instance);
  }

  /** What an instance holds beyond itself. */
  private release(instance: Readonly<ElementInstance>): void {
    cancelJob(this.p, instance.jobKey);
    unsubscribe(this.p, instance);
    resolveIncidentsOf(this.p, instance);
  }
}
