import type { TaskState } from '@huiying/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A user task as mirrored from the engine; a local one (转办登记) has no job. */
@Entity({ name: 'task' })
export class TaskEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'job_key', type: 'bigint', nullable: true })
  jobKey: string | null;

  @Column({ name: 'instance_key', type: 'bigint', nullable: true })
  instanceKey: string | null;

  @Column({ name: 'element_instance_key', type: 'bigint', nullable: true })
  elementInstanceKey: string | null;

  @Column({ name: 'subject_no', type: 'text' })
  subjectNo: string;

  @Column({ name: 'case_no', type: 'text', nullable: true })
  caseNo: string | null;

  @Column({ name: 'org_id', type: 'text' })
  orgId: string;

  @Column({ name: 'org_type', type: 'text' })
  orgType: string;

  @Column({ name: 'process_id', type: 'text' })
  processId: string;

  @Column({ name: 'process_version', type: 'int' })
  processVersion: number;

  @Column({ name: 'element_id', type: 'text' })
  elementId: string;

  /** BPMN name of the element, Chinese. */
  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'form_id', type: 'text', nullable: true })
  formId: string | null;

  @Column({ name: 'candidate_groups', type: 'text', array: true })
  candidateGroups: string[];

  /** Units that the process named for it (header `unit`, its own `unitId`): whoever has it after all is looked for from there again. */
  @Column({ name: 'unit_ids', type: 'text', array: true })
  unitIds: string[];

  @Column({ name: 'headers', type: 'jsonb' })
  headers: Record<string, string>;

  @Column({ name: 'state', type: 'text' })
  state: TaskState;

  @Column({ name: 'assignee_id', type: 'text', nullable: true })
  assigneeId: string | null;

  @Column({ name: 'claimed_at', type: 'timestamptz', nullable: true })
  claimedAt: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ name: 'completed_by', type: 'text', nullable: true })
  completedBy: string | null;

  @Column({ name: 'withdrawn_because', type: 'text', nullable: true })
  withdrawnBecause: string | null;

  @Column({ name: 'warning', type: 'text', nullable: true })
  warning: string | null;

  @Column({ name: 'overdue_of', type: 'text', nullable: true })
  overdueOf: string | null;

  @Column({ name: 'severity', type: 'text', nullable: true })
  severity: string | null;

  @Column({ name: 'key_customer', type: 'boolean' })
  keyCustomer: boolean;

  @Column({ name: 'version', type: 'int' })
  version: number;
}

@Entity({ name: 'task_candidate' })
export class TaskCandidateEntity {
  @PrimaryColumn({ name: 'task_id', type: 'uuid' })
  taskId: string;

  @PrimaryColumn({ name: 'role', type: 'text' })
  role: string;

  @PrimaryColumn({ name: 'unit_id', type: 'text' })
  unitId: string;
}

@Entity({ name: 'task_outcome' })
export class TaskOutcomeEntity {
  @PrimaryColumn({ name: 'task_id', type: 'uuid' })
  taskId: string;

  @Column({ name: 'form_id', type: 'text' })
  formId: string;

  /** Answers, sealed with the key of the case. */
  @Column({ name: 'data_enc', type: 'text' })
  dataEnc: string;

  /** What the ids among the answers were called then, sealed; null where they name none. */
  @Column({ name: 'named_enc', type: 'text', nullable: true })
  namedEnc: string | null;

  /** What the process got. */
  @Column({ name: 'variables', type: 'jsonb' })
  variables: Record<string, unknown>;

  @Column({ name: 'completed_by', type: 'text' })
  completedBy: string;

  @Column({ name: 'completed_at', type: 'timestamptz' })
  completedAt: Date;
}
