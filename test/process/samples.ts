import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of the sample file; see its README: `context.intake` is what the desk records, `expect` what the decisions give. */
export interface Sample {
  id: string;
  via: 'portal' | 'desk';
  channel: string;
  body: { description: string; subject?: string; amountFen?: number; households?: number };
  context: {
    receivedAt: string;
    orgType: string;
    orgLevel?: string;
    phase?: string;
    handoverOn?: string;
    projectDissolved?: boolean;
    projectOwnership?: string;
    projectType?: string;
    agreementParty?: string | null;
    openDays?: number;
    intake: SampleIntake;
    decisions?: Record<string, Record<string, unknown>>;
  };
  expect: {
    kind: string | null;
    suggestedKind?: string | null;
    admission: string;
    severity: string | null;
    complexity?: string;
    process: string;
    firstDepartment: string | null;
    overseer?: string;
    signatureRequired?: boolean;
    needsVerification?: boolean;
    emergency: boolean;
    decisions?: Record<string, unknown>;
    rules: string[];
  };
}

interface SampleIntake {
  topic: string;
  kind: string | null;
  scope: string;
  specific: boolean;
  evidenced: boolean;
  valid: boolean;
  respondentType?: string;
  respondentGroup?: string[];
  masterNo?: string;
  amountYuan?: number | null;
  households?: number | null;
  proceedings?: boolean;
  dangerToPersons?: boolean | null;
  disturbsOperation?: boolean | null;
  harmsStanding?: boolean | null;
  complex?: boolean;
}

export function samples(): Sample[] {
  return readFileSync(join(import.meta.dirname, '../data/complaints.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Sample);
}
