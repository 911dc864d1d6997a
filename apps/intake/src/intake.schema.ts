import { eventsMigrations } from '@huiying/events';
import type { SchemaOptions } from '@huiying/persistence';
import { formMigrations } from '@huiying/forms';
import { vaultMigrations } from '@huiying/platform';
import { zeebeMigrations } from '@huiying/zeebe';
import { Attachment } from './attachments/attachment.entity.js';
import { ComplaintCase } from './case/complaint-case.entity.js';
import { CaseFile1764000200000 } from './migrations/1764000200000-CaseFile.js';
import { ComplaintCase1764000100000 } from './migrations/1764000100000-ComplaintCase.js';
import { ReportNotices1795805000002 } from './migrations/1795805000002-ReportNotices.js';
import { AppliedOutcome1795973000001 } from './migrations/1795973000001-AppliedOutcome.js';
import { SealedReport1795700000300 } from './migrations/1795700000300-SealedReport.js';
import { OwnersStart1795701100002 } from './migrations/1795701100002-OwnersStart.js';
import { PublishedResults1795701100003 } from './migrations/1795701100003-PublishedResults.js';
import { RegistrationExtra1795701100004 } from './migrations/1795701100004-RegistrationExtra.js';
import { SalesLadder1795701100001 } from './migrations/1795701100001-SalesLadder.js';
import { NoticeAbout1795971000002 } from './migrations/1795971000002-NoticeAbout.js';
import { Notice } from './notices/notice.entity.js';
import { INTAKE } from './schema.js';

/** What lies in schema intake and how it came to be. */
export const intakeSchema: SchemaOptions = {
  name: INTAKE,
  entities: [ComplaintCase, Attachment, Notice],
  migrations: [
    ...eventsMigrations,
    ...zeebeMigrations,
    ...vaultMigrations,
    ...formMigrations,
    ComplaintCase1764000100000,
    CaseFile1764000200000,
    SealedReport1795700000300,
    SalesLadder1795701100001,
    OwnersStart1795701100002,
    PublishedResults1795701100003,
    RegistrationExtra1795701100004,
    ReportNotices1795805000002,
    NoticeAbout1795971000002,
    AppliedOutcome1795973000001,
  ] as SchemaOptions['migrations'],
};
