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
  /** The value that the newest release of the product ships, where that met a change made here and nobody has looked at it yet. */
  shippedNow: ParameterValue | null;
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
  /** Releases of the product that met a change made here, newest first: what became of it. */
  releases: (Omit<ReleasedFigure, 'id' | 'name' | 'ruleId' | 'kind' | 'unit'> & { at: string })[];
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

/** `GET /api/studio/parameter-releases`: files of releases that met what was changed here, newest first (R03.2). */
export interface ParameterReleaseList {
  items: ParameterRelease[];
}

export interface ParameterRelease {
  /** `<file>:<n>`; `POST /api/studio/parameter-releases/{releaseId}/seen` says that somebody looked at it. */
  releaseId: string;
  file: string;
  at: string;
  /** More than figures was changed here: the file stays as it was and has nothing of the release. */
  whole: boolean;
  figures: ReleasedFigure[];
  /** Something to look at: a conflict that still stands, a figure or a file that could not be brought together. */
  open: boolean;
  seenBy: string | null;
}

export interface ReleasedFigure {
  id: string;
  name: string;
  ruleId: string | null;
  kind: ParameterView['kind'];
  unit: string;
  /** kept: the value set here applies on. conflict: it does, though the shipped one changed too. lost: there is no such figure any more. */
  state: 'kept' | 'conflict' | 'lost';
  shippedBefore: ParameterValue;
  own: ParameterValue;
  /** null: lost */
  shippedNow: ParameterValue | null;
}
