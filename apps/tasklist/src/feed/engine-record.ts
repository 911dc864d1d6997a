/** What the tasklist reads of a record of the engine's feed (`GET /admin/records`); keys are decimal text. */
export interface JobRecord {
  position: number;
  key: string;
  /** The engine's time, epoch milliseconds. */
  timestamp: number;
  valueType: string;
  intent: string;
  value: JobRecordValue;
}

interface JobRecordValue {
  type: string;
  bpmnProcessId: string;
  processDefinitionVersion: number;
  processInstanceKey: string;
  elementId: string;
  elementInstanceKey: string;
  customHeaders: Record<string, string>;
}

/** Zeebe's job type of a user task. */
export const USER_TASK_TYPE = 'io.camunda.zeebe:userTask';

const GROUPS = 'io.camunda.zeebe:candidateGroups';
const ASSIGNEE = 'io.camunda.zeebe:assignee';
const FORM_KEY = 'io.camunda.zeebe:formKey';

/** A user task as the engine created it. */
export interface EngineTask {
  jobKey: string;
  instanceKey: string;
  elementInstanceKey: string;
  processId: string;
  processVersion: number;
  elementId: string;
  createdAt: Date;
  groups: string[];
  assignee: string | null;
  formId: string | null;
  /** Headers of the model, without Zeebe's own. */
  headers: Record<string, string>;
}

export function isUserTask({ valueType, value }: JobRecord): boolean {
  return valueType === 'JOB' && value.type === USER_TASK_TYPE;
}

/** Pure: the task behind a JOB CREATED record. */
export function taskOf({ key, timestamp, value }: JobRecord): EngineTask {
  const headers = value.customHeaders;
  const own = Object.entries(headers).filter(([name]) => !name.startsWith('io.camunda.zeebe:'));
  return {
    jobKey: key,
    instanceKey: value.processInstanceKey,
    elementInstanceKey: value.elementInstanceKey,
    processId: value.bpmnProcessId,
    processVersion: value.processDefinitionVersion,
    elementId: value.elementId,
    createdAt: new Date(timestamp),
    groups: groupsOf(headers[GROUPS]),
    assignee: headers[ASSIGNEE]?.trim() || null,
    formId: headers['form'] ?? headers[FORM_KEY] ?? null,
    headers: Object.fromEntries(own),
  };
}

/** A JSON list of role ids, as Zeebe writes the header. */
function groupsOf(text: string | undefined): string[] {
  if (!text) return [];
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return (list as unknown[]).filter((group): group is string => typeof group === 'string');
  } catch {
    // a bare text is one group
  }
  return [text];
}
