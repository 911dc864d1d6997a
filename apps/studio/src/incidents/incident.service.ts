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
