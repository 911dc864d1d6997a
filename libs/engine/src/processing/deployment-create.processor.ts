import type { ProcessModel } from '../model/process-model.js';
import type { DeployedResource, DeploymentAnswer } from './command.js';
import type { ParsedResource } from './deployment/resources.js';
import { closeStartEvents, openStartEvents } from './deployment/start-events.js';
import type { Processing } from './processing.js';

/** Deploys resources that were found valid. What is the same as the latest version, name and content, stays that version. */
export function deployResources(p: Processing, resources: readonly ParsedResource[]): DeploymentAnswer {
  const key = p.newKey();
  const deployments = resources.flatMap((resource) => {
    switch (resource.kind) {
      case 'bpmn':
        return resource.processes.map((model) => deployProcess(p, resource, model, key));
      case 'dmn':
        return deployDecisions(p, resource);
      case 'form':
        return [deployForm(p, resource)];
    }
  });
  p.record('DEPLOYMENT', 'CREATED', key, { resourceNames: resources.map(({ name }) => name) });
  return { key, deployments };
}

interface Identity {
  readonly checksum: string;
  readonly resourceName: string;
}

function isSame(latest: Readonly<Identity> | undefined, resource: ParsedResource): latest is Readonly<Identity> {
  return latest?.checksum === resource.checksum && latest.resourceName === resource.name;
}

function deployProcess(
  p: Processing,
  resource: ParsedResource,
  model: ProcessModel,
  deploymentKey: number,
): DeployedResource {
  const { processes, versionNumbers } = p.state;
  const latest = processes.latest(model.id);
  const known = latest && isSame(latest, resource) ? latest : undefined;
  const version = known?.version ?? versionNumbers.next('process', model.id);
  const key = known?.key ?? p.newKey();
  if (!known) {
    p.models.addProcess(key, model);
    p.record('PROCESS', 'CREATED', key, {
      bpmnProcessId: model.id,
      version,
      resourceName: resource.name,
      checksum: resource.checksum,
      resource: resource.content,
      deploymentKey,
    });
    if (latest) closeStartEvents(p, latest);
    openStartEvents(p, processes.getExisting(key));
  }
  return { kind: 'process', bpmnProcessId: model.id, version, processDefinitionKey: key, resourceName: resource.name };
}

function deployDecisions(p: Processing, resource: ParsedResource & { kind: 'dmn' }): DeployedResource[] {
  const { decisionRequirements, decisions, versionNumbers } = p.state;
  const { drg } = resource;
  const latest = decisionRequirements.latest(drg.id);
  const known = latest && isSame(latest, resource) ? latest : undefined;
  const key = known?.key ?? p.newKey();
  if (!known) {
    p.models.addDrg(key, drg);
    p.record('DECISION_REQUIREMENTS', 'CREATED', key, {
      decisionRequirementsId: drg.id,
      decisionRequirementsName: drg.name,
      version: versionNumbers.next('decision-requirements', drg.id),
      namespace: drg.namespace,
      resourceName: resource.name,
      checksum: resource.checksum,
      resource: resource.content,
    });
    for (const { id, name } of drg.decisions)
      p.record('DECISION', 'CREATED', p.newKey(), {
        decisionId: id,
        decisionName: name,
        version: versionNumbers.next('decision', id),
        decisionRequirementsId: drg.id,
        decisionRequirementsKey: key,
      });
  }
  const own = decisions
    .ofRequirements(key)
    .map(({ key: decisionKey, ...decision }): DeployedResource => ({ kind: 'decision', decisionKey, ...decision }));
  return [
    ...own,
    {
      kind: 'decisionRequirements',
      decisionRequirementsId: drg.id,
      decisionRequirementsName: drg.name,
      version: decisionRequirements.getExisting(key).version,
      decisionRequirementsKey: key,
      resourceName: resource.name,
    },
  ];
}

function deployForm(p: Processing, resource: ParsedResource & { kind: 'form' }): DeployedResource {
  const { formId } = resource;
  const latest = p.state.forms.latest(formId);
  const known = latest && isSame(latest, resource) ? latest : undefined;
  const version = known?.version ?? p.state.versionNumbers.next('form', formId);
  const key = known?.key ?? p.newKey();
  if (!known)
    p.record('FORM', 'CREATED', key, {
      formId,
      version,
      resourceName: resource.name,
      checksum: resource.checksum,
      resource: resource.content,
    });
  return { kind: 'form', formId, version, formKey: key, resourceName: resource.name };
}
