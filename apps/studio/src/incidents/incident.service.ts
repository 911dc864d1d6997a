import { Injectable } from '@nestjs/common';
import type { Incident, IncidentList } from '@huiying/contracts';
import { EngineMonitoring } from './engine-monitoring.js';

interface EngineIncident {
  key: string;
  errorType: string;
  errorMessage: string;
  bpmnProcessId: string;
  processInstanceKey: string;
  elementId: string;
  jobKey?: string;
  createdAt: number;
}

interface EngineInstance {
  variables: { name: string; value: unknown }[];
}

/** Of a report operators see the element and the class of the error: no instance, no number, no hour (access.md §2 ops). */
const SEALED_PROCESS = 'employee-report';

/** Incident texts name codes and expressions; variables are ids, so nothing personal can be in them (access.md §3). */
@Injectable()
export class IncidentService {
  constructor(private readonly engine: EngineMonitoring) {}

  async list(): Promise<IncidentList> {
    const { items } = await this.engine.get<{ items: EngineIncident[] }>('/admin/incidents');
    return { items: await Promise.all(items.map((incident) => this.view(incident))) };
  }

  retry(key: string): Promise<{ key: string }> {
    return this.engine.post<{ key: string }>(`/admin/incidents/${encodeURIComponent(key)}/retry`);
  }

  private async view(incident: EngineIncident): Promise<Incident> {
    if (incident.bpmnProcessId === SEALED_PROCESS) return sealed(incident);
    return {
      key: incident.key,
      process: incident.bpmnProcessId,
      element: incident.elementId,
      errorType: incident.errorType,
      message: incident.errorMessage,
      createdAt: new Date(incident.createdAt).toISOString(),
      subjectNo: await this.subjectOf(incident.processInstanceKey),
      instanceKey: incident.processInstanceKey,
    };
  }

  /** The number that the instance is about; null when it ended meanwhile. */
  private async subjectOf(instanceKey: string): Promise<string | null> {
    try {
      const { variables } = await this.engine.get<EngineInstance>(`/admin/process-instances/${instanceKey}`);
      const found =
        variables.find(({ name }) => name === 'caseNo') ?? variables.find(({ name }) => name === 'subjectNo');
      return typeof found?.value === 'string' ? found.value : null;
    } catch {
      return null;
    }
  }
}

function sealed({ key, bpmnProcessId, elementId, errorType, createdAt: at }: EngineIncident): Incident {
  const createdAt = `${new Date(at).toISOString().slice(0, 10)}T00:00:00.000Z`;
  const none = { message: '', subjectNo: null, instanceKey: null };
  return { key, process: bpmnProcessId, element: elementId, errorType, createdAt, ...none };
}
