import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CallerMatches, CallerQuery, SimilarCase, SimilarCases } from '@huiying/contracts';
import { whereAllowed } from '@huiying/persistence';
import { AccessService, Clock, type StaffSubject } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { CaseBook } from '../case/case-book.js';
import { PersonalData } from '../case/personal-data.js';

interface SimilarRow {
  case_no: string;
  state: string;
  topic: string | null;
  kind: string | null;
  subject_masked: string | null;
  project: string | null;
  building: string | null;
  received_at: Date;
  master_no: string | null;
  households: number;
  children: number;
  same_building: boolean;
  same_topic: boolean;
  same_household: boolean;
}

interface CallerRow {
  case_no: string;
  state: string;
  kind: string | null;
  subject_masked: string | null;
  contact_name_masked: string | null;
  received_at: Date;
}

/** What the desk asks for. */
export interface SimilarQuestion {
  organisationId?: string;
  project?: string;
  building?: string;
  topic?: string;
  /** A case that exists: its place, topic and household are compared, itself is left out. */
  caseNo?: string;
}

const WINDOW_DAYS = 30;

/** Cases that may belong together: the same building or topic of the last thirty days, the same caller (console.md D1, D3). */
@Injectable()
export class EarlierCases {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly book: CaseBook,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {}

  async similar(question: SimilarQuestion, caller: StaffSubject): Promise<SimilarCases> {
    const row = question.caseNo ? await this.book.find(question.caseNo) : null;
    const place = {
      orgId: row?.orgId ?? question.organisationId ?? caller.orgId,
      project: row?.project ?? question.project ?? null,
      building: row?.building ?? question.building ?? null,
      topic: row?.topic ?? row?.suggestedTopic ?? question.topic ?? null,
    };
    if (!place.project && !row) return { items: [] };
    const since = new Date(this.clock.now().getTime() - WINDOW_DAYS * 86_400_000);
    const parameters = [
      place.orgId,
      since,
      place.project,
      place.building,
      place.topic,
      question.caseNo ?? '',
      row?.personal.contactPhoneBlind ?? null,
      row?.personal.roomBlind ?? null,
    ];
    const allowed = whereAllowed(
      this.access.for(caller, 'case.list'),
      { caseNo: 'c.case_no' },
      parameters.length + 1,
      this.clock.now(),
    );
    const rows = await this.database.query<SimilarRow[]>(
      `SELECT * FROM (
         SELECT c.case_no, c.state, coalesce(c.topic, c.suggested_topic) AS topic, coalesce(c.kind, c.suggested_kind) AS kind,
           c.subject_masked, c.project, c.building, c.received_at, c.master_no, c.households,
           (SELECT count(*)::int FROM complaint_case k WHERE k.master_no = c.case_no) AS children,
           coalesce(c.project = $3::text AND c.building = $4::text, false) AS same_building,
           coalesce(c.project = $3::text AND coalesce(c.topic, c.suggested_topic) = $5::text, false) AS same_topic,
           coalesce(c.contact_phone_blind = $7::text, false) OR coalesce(c.room_blind = $8::text AND c.building = $4::text, false) AS same_household
         FROM complaint_case c
         WHERE c.org_id = $1 AND c.received_at > $2 AND c.case_no <> $6 AND c.state NOT IN ('withdrawn', 'not-accepted')
           AND ${allowed.sql}
       ) s WHERE same_building OR same_topic OR same_household
       ORDER BY same_household DESC, same_building DESC, same_topic DESC, received_at DESC LIMIT 20`,
      [...parameters, ...allowed.params],
    );
    return { items: rows.map(similarOf) };
  }

  async ofCaller({ phone, email }: CallerQuery, caller: StaffSubject): Promise<CallerMatches> {
    const phones = phone ? this.personal.blinds('contactPhone', phone) : [];
    const emails = email ? this.personal.blinds('contactEmail', email) : [];
    if (phones.length + emails.length === 0) return { name: null, cases: [] };
    const allowed = whereAllowed(this.access.for(caller, 'case.list'), { caseNo: 'c.case_no' }, 3, this.clock.now());
    const rows = await this.database.query<CallerRow[]>(
      `SELECT c.case_no, c.state, coalesce(c.kind, c.suggested_kind) AS kind, c.subject_masked, c.contact_name_masked, c.received_at
       FROM complaint_case c WHERE (c.contact_phone_blind = ANY($1) OR c.contact_email_blind = ANY($2)) AND ${allowed.sql}
       ORDER BY c.received_at DESC LIMIT 20`,
      [phones, emails, ...allowed.params],
    );
    return {
      name: rows[0]?.contact_name_masked ?? null,
      cases: rows.map((row) => ({
        caseNo: row.case_no,
        state: row.state,
        kind: row.kind,
        subject: row.subject_masked,
        receivedAt: toLocalIso(row.received_at),
      })),
    };
  }
}

function similarOf(row: SimilarRow): SimilarCase {
  const because: SimilarCase['because'] = [];
  if (row.same_household) because.push('same-household');
  if (row.same_building) because.push('same-building');
  if (row.same_topic) because.push('same-topic');
  return {
    caseNo: row.case_no,
    state: row.state,
    topic: row.topic,
    kind: row.kind,
    subject: row.subject_masked,
    project: row.project,
    building: row.building,
    receivedAt: toLocalIso(row.received_at),
    isMaster: row.children > 0,
    masterNo: row.master_no,
    households: row.households,
    because,
  };
}
