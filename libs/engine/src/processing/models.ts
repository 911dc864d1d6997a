import type { ParsedDrg } from '../dmn/decision.js';
import type { ElementModel, ProcessModel } from '../model/process-model.js';
import type { Key } from '../record/key.js';

/** The compiled models of the deployed definitions. They are made from the state and are no part of it. */
export class Models {
  private readonly processes = new Map<Key, ProcessModel>();
  private readonly drgs = new Map<Key, ParsedDrg>();

  addProcess(processDefinitionKey: Key, model: ProcessModel): void {
    this.processes.set(processDefinitionKey, model);
  }

  addDrg(decisionRequirementsKey: Key, drg: ParsedDrg): void {
    this.drgs.set(decisionRequirementsKey, drg);
  }

  removeProcess(processDefinitionKey: Key): void {
    this.processes.delete(processDefinitionKey);
  }

  removeDrg(decisionRequirementsKey: Key): void {
    this.drgs.delete(decisionRequirementsKey);
  }

  process(processDefinitionKey: Key): ProcessModel {
    const model = this.processes.get(processDefinitionKey);
    if (!model) throw new Error(`expected a model of process definition ${processDefinitionKey}`);
    return model;
  }

  element(processDefinitionKey: Key, elementId: string): ElementModel {
    const element = this.process(processDefinitionKey).elements.get(elementId);
    if (!element) throw new Error(`expected element ${elementId} in process definition ${processDefinitionKey}`);
    return element;
  }

  drg(decisionRequirementsKey: Key): ParsedDrg {
    const drg = this.drgs.get(decisionRequirementsKey);
    if (!drg) throw new Error(`expected a model of decision requirements ${decisionRequirementsKey}`);
    return drg;
  }
}
