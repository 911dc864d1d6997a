import type { DeadlineState } from '@huiying/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LimitTerms, StepKind } from './deadline.js';

/** A move as stored: instants as text. */
export type StoredMove =
  { kind: 'pause'; from: string; until?: string; because: string } | { kind: 'extension'; units: number };

@Entity({ name: 'deadline' })
export class DeadlineEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'subject_no', type: 'text' })
  subjectNo: string;

  @Column({ name: 'limit_id', type: 'text' })
  limitId: string;

  @Column({ name: 'n', type: 'int' })
  n: number;

  @Column({ name: 'case_no', type: 'text', nullable: true })
  caseNo: string | null;

  @Column({ name: 'org_id', type: 'text' })
  orgId: string;

  @Column({ name: 'terms', type: 'jsonb' })
  terms: LimitTerms;

  @Column({ name: 'on_date', type: 'text', nullable: true })
  date: string | null;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt: Date;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt: Date;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt: Date;

  @Column({ name: 'previous_due_at', type: 'timestamptz', nullable: true })
  previousDueAt: Date | null;

  @Column({ name: 'state', type: 'text' })
  state: DeadlineState;

  @Column({ name: 'moves', type: 'jsonb' })
  moves: StoredMove[];

  @Column({ name: 'warned_at', type: 'timestamptz', nullable: true })
  warnedAt: Date | null;

  @Column({ name: 'missed_count', type: 'int' })
  missedCount: number;

  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt: Date | null;

  @Column({ name: 'calendar_version', type: 'text' })
  calendarVersion: string;

  @Column({ name: 'provisional', type: 'boolean' })
  provisional: boolean;

  @Column({ name: 'replaces', type: 'uuid', nullable: true })
  replaces: string | null;

  @Column({ name: 'next_at', type: 'timestamptz', nullable: true })
  nextAt: Date | null;
}

@Entity({ name: 'deadline_step' })
export class DeadlineStepEntity {
  @PrimaryColumn({ name: 'seq', type: 'bigint', generated: 'identity' })
  seq: string;

  @Column({ name: 'deadline_id', type: 'uuid' })
  deadlineId: string;

  @Column({ name: 'kind', type: 'text' })
  kind: StepKind;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;

  @Column({ name: 'by', type: 'text' })
  by: string;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt: Date;

  @Column({ name: 'calendar_version', type: 'text' })
  calendarVersion: string;

  @Column({ name: 'detail', type: 'jsonb' })
  detail: Record<string, string | number | boolean>;
}
