/** `GET /api/ops/incidents`: what is stuck in the engine, oldest first. Ids and codes only. */
export interface IncidentList {
  items: Incident[];
}

export interface Incident {
  key: string;
  /** Process and element ids of the model. */
  process: string;
  element: string;
  /** Zeebe's error type, e.g. JOB_NO_RETRIES, EXTRACT_VALUE_ERROR. */
  errorType: string;
  message: string;
  /** Of a sealed process the day alone. */
  createdAt: string;
  /** Case or other number that the instance is about. */
  subjectNo: string | null;
  /** null for a sealed process. */
  instanceKey: string | null;
}

/** `GET /api/schedules`: what comes round, for whom, when last and when next. A row of decision `schedules` per type of organisation. */
export interface ScheduleList {
  items: ScheduleView[];
}

export interface ScheduleView {
  scheduleId: string;
  name: string;
  orgType: string;
  /** Start message and the process that it starts; false: the message waits until the process is deployed. */
  message: string;
  process: string;
  deployed: boolean;
  recurrence: 'daily' | 'month-end' | 'first-week' | 'months' | 'after-year';
  /** Number of months between two starts, null where the recurrence has none. */
  every: number | null;
  /** Role that somebody must hold; no units: nobody does, so nothing is started. */
  role: string | null;
  units: ScheduledUnitView[];
}

export interface ScheduledUnitView {
  unitId: string;
  unitName: string;
  last: ScheduledStart | null;
  next: ScheduledStart;
}

/** Days `yyyy-MM-dd`. */
export interface ScheduledStart {
  period: string;
  startsOn: string;
  dueOn: string;
}
