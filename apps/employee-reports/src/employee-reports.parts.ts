import type { Provider, Type } from '@nestjs/common';
import { eventsMigrations } from '@huiying/events';
import type { SchemaOptions } from '@huiying/persistence';
import { zeebeMigrations } from '@huiying/zeebe';
import { ReportAudit } from './audit/report-audit.js';
import { DeskController } from './desk/desk.controller.js';
import { ReportDeskView } from './desk/report-desk-view.js';
import { ReportSteps } from './desk/report-steps.js';
import './employee-reports.problems.js';
import { ReportFiles } from './evidence/report-files.js';
import { FilingController } from './filing/filing.controller.js';
import { ReportDesk } from './filing/report-desk.js';
import { TakenOver } from './filing/taken-over.js';
import { FollowController } from './follow/follow.controller.js';
import { ReportFollow } from './follow/report-follow.js';
import { NamedHandlers } from './forms/named-handlers.js';
import { REPORT_FORM_CLASSES, ReportForms } from './forms/report-forms.js';
import { ReportTexts } from './forms/report-texts.js';
import { ReportVault } from './keys/report-vault.js';
import { EmployeeReports1795701600010 } from './migrations/1795701600010-EmployeeReports.js';
import { EvidenceAndDrafts1795806000001 } from './migrations/1795806000001-EvidenceAndDrafts.js';
import { OpeningsController } from './openings/openings.controller.js';
import { Openings } from './openings/openings.js';
import { HandlerChoice } from './people/handler-choice.js';
import { HandlerWatch } from './people/handler-watch.js';
import { Handlers } from './people/handlers.js';
import { NamedPersons } from './people/named-persons.js';
import { StaffLines } from './people/staff-lines.js';
import { Reports } from './record/reports.js';
import { Retention } from './retention/retention.js';
import { HandedOverController } from './tasks/handed-over.controller.js';
import { HandedOver } from './tasks/handed-over.js';
import { ReportDrafts } from './tasks/report-drafts.js';
import { ReportTasks } from './tasks/report-tasks.js';
import { TaskWork } from './tasks/task-work.js';
import { AcknowledgeReportWorker } from './workers/acknowledge-report.worker.js';
import { PickHandlersWorker } from './workers/pick-handlers.worker.js';
import { SealReportWorker } from './workers/seal-report.worker.js';

/**
 * Schema of employee reports: not made like the others', for nothing of it may lie where the libraries' tables do: no forms, no keys of
 * the main vault, no numbers that count.
 */
export const EMPLOYEE_REPORTS: SchemaOptions = {
  name: 'employee_reports',
  migrations: [...eventsMigrations, ...zeebeMigrations, EmployeeReports1795701600010, EvidenceAndDrafts1795806000001],
};

export const CONTROLLERS: Type[] = [
  FilingController,
  FollowController,
  DeskController,
  OpeningsController,
  HandedOverController,
];

export const PROVIDERS: Provider[] = [
  ReportVault,
  ReportAudit,
  Reports,
  ReportFiles,
  StaffLines,
  HandlerChoice,
  Handlers,
  NamedPersons,
  HandlerWatch,
  ReportDesk,
  TakenOver,
  ReportFollow,
  ReportDeskView,
  ReportSteps,
  Openings,
  ReportTasks,
  ReportDrafts,
  HandedOver,
  TaskWork,
  Retention,
  ReportForms,
  ReportTexts,
  NamedHandlers,
  ...REPORT_FORM_CLASSES,
  AcknowledgeReportWorker,
  PickHandlersWorker,
  SealReportWorker,
];
