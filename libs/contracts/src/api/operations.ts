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
  createdAt: string;
  /** Case or other number that the instance is about. */
  subjectNo: string | null;
  instanceKey: string;
}
