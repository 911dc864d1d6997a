/** What a figure says. */
export type ParameterValue = number | boolean | string | (number | string)[];

/** `GET /api/studio/parameters?q=&cursor=`: every figure of the decisions in force. */
export interface ParameterPage {
  items: ParameterView[];
  next: string | null;
}

export interface ParameterView {
  /** `<decision>/<name>`, or `<decision>/<row>/<column>`. */
  id: string;
  decision: string;
  ruleId: string | null;
  name: string;
  kind: 'number' | 'flag' | 'text' | 'day' | 'unit' | 'role' | 'roles' | 'list' | 'formula';
  value: ParameterValue;
  unit: string;
  /** Our own start value, which no source states (†). */
  ours: boolean;
  /** Since when the value is what it is, and by whom (`system` = as delivered). */
  since: string;
  by: string;
}

/** `GET /api/studio/parameters/history?id=&on=`: each value that a figure had, newest first. */
export interface ParameterHistory {
  id: string;
  /** What applied at the end of the day that was asked for; null when none was asked for, or it did not exist yet. */
  on: { day: string; value: ParameterValue | null } | null;
  items: {
    value: ParameterValue;
    since: string;
    version: number;
    by: string;
    approvedBy: string | null;
    reason: string | null;
  }[];
}

/** `POST /api/studio/parameters`: proposes a change; another person approves it. */
export interface ParameterChangeRequest {
  id: string;
  value: ParameterValue;
  reason: string;
  /** Day `yyyy-MM-dd` from which it applies; default today. */
  from?: string;
}

/** `GET /api/studio/parameter-changes`: newest first; also what proposing, approving and rejecting answer. */
export interface ParameterChangeList {
  items: ParameterChangeView[];
}

export interface ParameterChangeView {
  changeId: string;
  id: string;
  before: ParameterValue;
  after: ParameterValue;
  reason: string;
  from: string;
  /** approved: waits for its day. failed: the decision no longer evaluated with it on that day. */
  state: 'proposed' | 'approved' | 'applied' | 'rejected' | 'failed';
  author: string;
  proposedAt: string;
  decidedBy: string | null;
  version: number | null;
}
