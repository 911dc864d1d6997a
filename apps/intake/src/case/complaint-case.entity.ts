import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseState, MediaExposure } from '@huiying/contracts';
import { bigintAsNumber } from '@huiying/persistence';
import { PersonalColumns } from './personal-columns.entity.js';

/** A complaint from registration to the archive: codes and figures here, what is personal in the columns of {@link PersonalColumns}. */
@Entity('complaint_case')
export class ComplaintCase {
  @PrimaryColumn({ name: 'case_no', type: 'text' }) caseNo: string;
  @Column({ name: 'org_id', type: 'text' }) orgId: string;
  @Column({ name: 'org_type', type: 'text' }) orgType: string;
  @Column({ name: 'org_level', type: 'text', nullable: true }) orgLevel: string | null;

  @Column({ name: 'state', type: 'text' }) state: CaseState;
  @Column({ name: 'state_before_review', type: 'text', nullable: true }) stateBeforeReview: CaseState | null;
  @Column({ name: 'round', type: 'int' }) round: number;
  @Column({ name: 'channel', type: 'text' }) channel: string;
  @Column({ name: 'received_at', type: 'timestamptz' }) receivedAt: Date;
  /** Calendar day of receipt in Shanghai; office hours move limits only. */
  @Column({ name: 'received_on', type: 'text' }) receivedOn: string;
  /** From when limits of receipt run: the receipt, or the day of a late supplement (R01.2). */
  @Column({ name: 'limits_from', type: 'timestamptz' }) limitsFrom: Date;
  @Column({ name: 'reply_by', type: 'timestamptz' }) replyBy: Date;
  @Column({ name: 'accept_by', type: 'timestamptz', nullable: true }) acceptBy: Date | null;
  @Column({ name: 'outer_limit_missed', type: 'boolean', default: false }) outerLimitMissed: boolean;

  @Column({ name: 'kind', type: 'text', nullable: true }) kind: string | null;
  @Column({ name: 'topic', type: 'text', nullable: true }) topic: string | null;
  @Column({ name: 'suggested_kind', type: 'text', nullable: true }) suggestedKind: string | null;
  @Column({ name: 'suggested_topic', type: 'text', nullable: true }) suggestedTopic: string | null;
  @Column({ name: 'suggested_words', type: 'text', array: true, default: [] }) suggestedWords: string[];
  @Column({ name: 'admission', type: 'text', nullable: true }) admission: string | null;
  @Column({ name: 'diversion_reason', type: 'text', nullable: true }) diversionReason: string | null;
  @Column({ name: 'target', type: 'text', nullable: true }) target: string | null;
  @Column({ name: 'target_no', type: 'text', nullable: true }) targetNo: string | null;
  @Column({ name: 'missing', type: 'text', array: true, default: [] }) missing: string[];
  @Column({ name: 'supplement_until', type: 'text', nullable: true }) supplementUntil: string | null;
  @Column({ name: 'supplement_waits', type: 'boolean', default: false }) supplementWaits: boolean;

  @Column({ name: 'severity', type: 'text', nullable: true }) severity: string | null;
  @Column({ name: 'complexity', type: 'text', nullable: true }) complexity: string | null;
  @Column({ name: 'complex_flag', type: 'boolean', default: false }) complexFlag: boolean;

  @Column({ name: 'owner_id', type: 'text', nullable: true }) ownerId: string | null;
  @Column({ name: 'owner_name', type: 'text', nullable: true }) ownerName: string | null;
  @Column({ name: 'owner_group', type: 'text' }) ownerGroup: string;
  @Column({ name: 'owner_unit_id', type: 'text' }) ownerUnitId: string;
  @Column({ name: 'registered_by', type: 'text', nullable: true }) registeredBy: string | null;
  @Column({ name: 'receiver_holds_post', type: 'boolean' }) receiverHoldsPost: boolean;
  @Column({ name: 'complainant_is_employee', type: 'boolean', default: false }) complainantIsEmployee: boolean;
  @Column({ name: 'anonymous', type: 'boolean' }) anonymous: boolean;
  @Column({ name: 'contact_released', type: 'boolean', default: false }) contactReleased: boolean;
  @Column({ name: 'read_back_at', type: 'timestamptz', nullable: true }) readBackAt: Date | null;
  @Column({ name: 'explained', type: 'boolean', nullable: true }) explained: boolean | null;

  @Column({ name: 'project_id', type: 'text', nullable: true }) projectId: string | null;
  @Column({ name: 'project', type: 'text', nullable: true }) project: string | null;
  @Column({ name: 'building', type: 'text', nullable: true }) building: string | null;
  @Column({ name: 'project_type', type: 'text', nullable: true }) projectType: string | null;
  @Column({ name: 'project_dissolved', type: 'boolean', default: false }) projectDissolved: boolean;
  @Column({ name: 'project_ownership', type: 'text', nullable: true }) projectOwnership: string | null;
  @Column({ name: 'agreement_party', type: 'text', nullable: true }) agreementParty: string | null;
  @Column({ name: 'phase', type: 'text', nullable: true }) phase: string | null;
  @Column({ name: 'handover_on', type: 'text', nullable: true }) handoverOn: string | null;
  @Column({ name: 'completion_accepted_on', type: 'text', nullable: true }) completionAcceptedOn: string | null;

  @Column({ name: 'respondent_unit', type: 'text', nullable: true }) respondentUnit: string | null;
  @Column({ name: 'respondent_unit_id', type: 'text', nullable: true }) respondentUnitId: string | null;
  @Column({ name: 'respondent_person_id', type: 'text', nullable: true }) respondentPersonId: string | null;
  @Column({ name: 'respondent_type', type: 'text', nullable: true }) respondentType: string | null;
  @Column({ name: 'respondent_group', type: 'text', array: true, default: [] }) respondentGroup: string[];

  @Column({ name: 'amount_fen', type: 'bigint', nullable: true, transformer: bigintAsNumber }) amountFen: number | null;
  /** Households declared on this case itself, at least 1. */
  @Column({ name: 'households', type: 'int' }) households: number;
  @Column({ name: 'same_household', type: 'boolean', default: false }) sameHousehold: boolean;
  @Column({ name: 'proceedings', type: 'boolean', default: false }) proceedings: boolean;
  @Column({ name: 'key_customer', type: 'boolean', default: false }) keyCustomer: boolean;
  /** yes, no, unknown (不能排除); null = nobody asked, which counts as no. */
  @Column({ name: 'danger_to_persons', type: 'text', nullable: true }) dangerToPersons: RiskAnswer | null;
  @Column({ name: 'disturbs_operation', type: 'text', nullable: true }) disturbsOperation: RiskAnswer | null;
  @Column({ name: 'harms_standing', type: 'text', nullable: true }) harmsStanding: RiskAnswer | null;
  @Column({ name: 'media_exposure', type: 'jsonb', nullable: true }) mediaExposure: MediaExposure | null;

  @Column({ name: 'master_no', type: 'text', nullable: true }) masterNo: string | null;
  @Column({ name: 'master_answered', type: 'boolean', default: false }) masterAnswered: boolean;
  @Column({ name: 'handling_process', type: 'text', nullable: true }) handlingProcess: string | null;
  @Column({ name: 'handler_group', type: 'text', nullable: true }) handlerGroup: string | null;
  @Column({ name: 'overseer', type: 'text', nullable: true }) overseer: string | null;
  @Column({ name: 'signature_required', type: 'boolean', nullable: true }) signatureRequired: boolean | null;
  @Column({ name: 'needs_verification', type: 'boolean', nullable: true }) needsVerification: boolean | null;
  @Column({ name: 'promised_on', type: 'text', nullable: true }) promisedOn: string | null;
  @Column({ name: 'date_changes', type: 'int', default: 0 }) dateChanges: number;
  /** When the promised date changed last; the letter about it waits for it. */
  @Column({ name: 'date_changed_at', type: 'timestamptz', nullable: true }) dateChangedAt: Date | null;
  /** When a sales customer was given the answer of this round (R07.6). */
  @Column({ name: 'feedback_given_at', type: 'timestamptz', nullable: true }) feedbackGivenAt: Date | null;
  @Column({ name: 'level', type: 'int', nullable: true }) level: number | null;
  @Column({ name: 'escalated', type: 'text', nullable: true }) escalated: string | null;
  @Column({ name: 'emergency', type: 'boolean', default: false }) emergency: boolean;
  @Column({ name: 'emergency_because', type: 'text', nullable: true }) emergencyBecause: string | null;
  @Column({ name: 'justified', type: 'text', nullable: true }) justified: string | null;
  /** 原因代码 of the handling (R03.11). */
  @Column({ name: 'cause_code', type: 'text', nullable: true }) causeCode: string | null;
  @Column({ name: 'malicious', type: 'boolean', nullable: true }) malicious: boolean | null;
  @Column({ name: 'measures_total', type: 'int', default: 0 }) measuresTotal: number;
  @Column({ name: 'measures_done', type: 'int', default: 0 }) measuresDone: number;
  /** Types of the measures of the closed handling. */
  @Column({ name: 'measure_types', type: 'text', array: true, default: [] }) measureTypes: string[];
  @Column({ name: 'outcome_told_at', type: 'timestamptz', nullable: true }) outcomeToldAt: Date | null;
  @Column({ name: 'review_until', type: 'text', nullable: true }) reviewUntil: string | null;
  @Column({ name: 'archived_at', type: 'timestamptz', nullable: true }) archivedAt: Date | null;
  @Column({ name: 'changes', type: 'int', default: 0 }) changes: number;
  @Column({ name: 'instance_key', type: 'text', nullable: true }) instanceKey: string | null;

  @Column(() => PersonalColumns, { prefix: false }) personal: PersonalColumns;
}

export type RiskAnswer = 'yes' | 'no' | 'unknown';
