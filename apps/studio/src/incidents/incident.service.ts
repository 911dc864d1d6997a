import { Injectable } from '@nestjs/common';
import { type Incident, type IncidentList, isSealedNumber, SEALED_PROCESSES } from '@huiying/contracts';
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

/**
 * Incident texts name codes and expressions; variables are ids, so nothing personal can be in them (access.md §3). Of a sealed file, also
 * where a part that others call stands still for it, operators see the element and the class of the error: no instance, no number, no hour
 * (access.md §2 ops).
 */
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
    if (SEALED_PROCESSES.has(incident.bpmnProcessId)) return sealed(incident);
    const subjectNo = await this.subjectOf(incident.processInstanceKey);
    if (subjectNo !== null && isSealedNumber(subjectNo)) return sealed(incident);
    return {
      key: incident.key,
      process: incident.bpmnProcessId,
      element: incident.elementId,
      errorType: incident.errorType,
      message: incident.errorMessage,
      createdAt: new Date(incident.createdAt).toISOString(),
      subjectNo,
      instanceKey: incident.processInstanceKey,
    };
  }

  /** The number that the instance is about; null when it ended meanwhile. */
  private async subjectOf(instanceKey: string): Promise<string | null> {
    try {
      const { variables } = await this.engine.get<EngineInstance>(`/admin/process-instances/${instanceKey}`);
      const values = ['caseNo', 'subjectNo'].map((wanted) => variables.find(({ name }) => name === wanted)?.value);
      return values.find((value) => typeof value === 'string') ?? null;
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
