import type {
  ActivatedJob,
  DeployedResource,
  DeploymentAnswer,
  EvaluateDecisionAnswer,
  EvaluatedDecision,
  ProcessInstanceAnswer,
} from '@huiying/engine';
import { DEFAULT_TENANT } from './wire.js';

const tenantId = DEFAULT_TENANT;

export function instanceAnswer(answer: ProcessInstanceAnswer): object {
  const { processDefinitionKey, bpmnProcessId, version, processInstanceKey } = answer;
  return { processDefinitionKey, bpmnProcessId, version, processInstanceKey, tenantId };
}

export function deploymentAnswer({ key, deployments }: DeploymentAnswer): object {
  return { key, deployments: deployments.map(deployment), tenantId };
}

function deployment(resource: DeployedResource): object {
  switch (resource.kind) {
    case 'process': {
      const { bpmnProcessId, version, processDefinitionKey, resourceName } = resource;
      return { process: { bpmnProcessId, version, processDefinitionKey, resourceName, tenantId } };
    }
    case 'decision': {
      const { decisionId, decisionName, version, decisionKey } = resource;
      return {
        decision: {
          dmnDecisionId: decisionId,
          dmnDecisionName: decisionName,
          version,
          decisionKey,
          dmnDecisionRequirementsId: resource.decisionRequirementsId,
          decisionRequirementsKey: resource.decisionRequirementsKey,
          tenantId,
        },
      };
    }
    case 'decisionRequirements':
      return {
        decisionRequirements: {
          dmnDecisionRequirementsId: resource.decisionRequirementsId,
          dmnDecisionRequirementsName: resource.decisionRequirementsName,
          version: resource.version,
          decisionRequirementsKey: resource.decisionRequirementsKey,
          resourceName: resource.resourceName,
          tenantId,
        },
      };
    case 'form': {
      const { formId, version, formKey, resourceName } = resource;
      return { form: { formId, version, formKey, resourceName, tenantId } };
    }
  }
}

/** Of the older call DeployProcess. */
export function processesAnswer({ key, deployments }: DeploymentAnswer): object {
  return {
    key,
    processes: deployments
      .filter((resource) => resource.kind === 'process')
      .map(({ bpmnProcessId, version, processDefinitionKey, resourceName }) => ({
        bpmnProcessId,
        version,
        processDefinitionKey,
        resourceName,
        tenantId,
      })),
  };
}

export function jobMessage({ customHeaders, variables, ...job }: ActivatedJob): object {
  return { ...job, customHeaders: JSON.stringify(customHeaders), variables: JSON.stringify(variables), tenantId };
}

export function decisionAnswer(answer: EvaluateDecisionAnswer): object {
  const { evaluation, decisions } = answer;
  return {
    decisionKey: answer.decisionKey,
    decisionId: answer.decisionId,
    decisionName: answer.decisionName,
    decisionVersion: answer.decisionVersion,
    decisionRequirementsId: answer.decisionRequirementsId,
    decisionRequirementsKey: answer.decisionRequirementsKey,
    decisionOutput: JSON.stringify(evaluation.output),
    evaluatedDecisions: evaluation.evaluatedDecisions.map((decision) => evaluated(decision, decisions)),
    failedDecisionId: evaluation.failure?.decisionId ?? '',
    failureMessage: evaluation.failure?.message ?? '',
    tenantId,
  };
}

function evaluated(decision: EvaluatedDecision, decisions: EvaluateDecisionAnswer['decisions']): object {
  const deployed = decisions[decision.decisionId];
  return {
    decisionKey: deployed?.key ?? -1,
    decisionId: decision.decisionId,
    decisionName: decision.decisionName,
    decisionVersion: deployed?.version ?? -1,
    decisionType: decision.decisionType,
    decisionOutput: JSON.stringify(decision.output),
    evaluatedInputs: decision.evaluatedInputs.map((input) => ({
      inputId: input.inputId,
      inputName: input.inputName,
      inputValue: JSON.stringify(input.inputValue),
    })),
    matchedRules: decision.matchedRules.map((rule) => ({
      ruleId: rule.ruleId,
      ruleIndex: rule.ruleIndex,
      evaluatedOutputs: rule.evaluatedOutputs.map((output) => ({
        outputId: output.outputId,
        outputName: output.outputName,
        outputValue: JSON.stringify(output.outputValue),
      })),
    })),
    tenantId,
  };
}
