/** What operators see: ids, codes and causes, never content (access.md §2, ops.*). */

/** `GET /api/ops/incidents`: open incidents of the engine; `createdAt` in epoch milliseconds. */
export interface Incident {
  key: string;
  errorType: string;
  errorMessage: string;
  bpmnProcessId: string;
  processInstanceKey: string;
  elementId: string;
  jobKey?: string;
  createdAt: number;
}

/** `GET /api/ops/outbox` */
export interface StuckRow {
  id: string;
  schema: string;
  kind: string;
  type: string;
  subject: string;
  state: 'held' | 'parked' | 'waiting';
  heldFor: string | null;
  attempts: number;
  lastError: string | null;
  createdAt: string;
}

/** `GET /api/ops/parked` */
export interface ParkedEvent {
  id: string;
  schema: string;
  group: string;
  source: string;
  type: string;
  key: string;
  error: string;
  attempts: number;
  parkedAt: string;
}

/** `GET /health/ready`: 503 with the same body while something is not ready. */
export interface Health {
  ready?: boolean;
  checks?: Record<string, { ok: boolean; detail?: string; counts?: Record<string, number> }>;
}

export interface Cause {
  id: string;
  processId: string;
  elementId: string;
  errorType: string;
  message: string;
  /** Epoch milliseconds of the oldest. */
  since: number;
  incidents: Incident[];
}

/** Pure: incidents with the same cause at the same element, the largest group first. */
export function byCause(incidents: readonly Incident[]): Cause[] {
  const causes = new Map<string, Cause>();
  for (const incident of incidents) {
    const id = [incident.bpmnProcessId, incident.elementId, incident.errorType, incident.errorMessage].join('|');
    const cause = causes.get(id);
    if (cause) {
      cause.incidents.push(incident);
      cause.since = Math.min(cause.since, incident.createdAt);
    } else {
      causes.set(id, {
        id,
        processId: incident.bpmnProcessId,
        elementId: incident.elementId,
        errorType: incident.errorType,
        message: incident.errorMessage,
        since: incident.createdAt,
        incidents: [incident],
      });
    }
  }
  return [...causes.values()].sort((a, b) => b.incidents.length - a.incidents.length || a.since - b.since);
}

/** Pure: names of what is not ready. */
export function notReady(health: Health): string[] {
  return Object.entries(health.checks ?? {})
    .filter(([, check]) => !check.ok)
    .map(([name, check]) => (check.detail ? `${name}: ${check.detail}` : name));
}
