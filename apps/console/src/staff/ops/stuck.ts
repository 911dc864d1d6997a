import type { Incident } from '@huiying/contracts';

/** What operators see: ids, codes and causes, never content (access.md §2, ops.*). */

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
  /** When the oldest was raised. */
  since: string;
  incidents: Incident[];
}

/** Pure: incidents with the same cause at the same element, the largest group first. */
export function byCause(incidents: readonly Incident[]): Cause[] {
  const causes = new Map<string, Cause>();
  for (const incident of incidents) {
    const id = [incident.process, incident.element, incident.errorType, incident.message].join('|');
    const cause = causes.get(id);
    if (cause) {
      cause.incidents.push(incident);
      if (incident.createdAt < cause.since) cause.since = incident.createdAt;
    } else {
      causes.set(id, {
        id,
        processId: incident.process,
        elementId: incident.element,
        errorType: incident.errorType,
        message: incident.message,
        since: incident.createdAt,
        incidents: [incident],
      });
    }
  }
  return [...causes.values()].sort((a, b) => b.incidents.length - a.incidents.length || a.since.localeCompare(b.since));
}

/** Pure: names of what is not ready. */
export function notReady(health: Health): string[] {
  return Object.entries(health.checks ?? {})
    .filter(([, check]) => !check.ok)
    .map(([name, check]) => (check.detail ? `${name}: ${check.detail}` : name));
}
