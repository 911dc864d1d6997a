import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { eventsMigrations, eventsModule } from '@huiying/events';
import { completedFormsConsumer, FormsModule } from '@huiying/forms';
import { databaseModule } from '@huiying/persistence';
import { vaultMigrations } from '@huiying/platform';
import { ownOf, ViolationSchedule } from '@huiying/service';
import { zeebeMigrations, zeebeModule } from '@huiying/zeebe';
import { ConcludeForm, SettleDifferenceForm } from './consultation/conclude.form.js';
import { ConsultationScreens } from './consultation/consultation-screens.js';
import { Consultations } from './consultation/consultations.js';
import { GiveOpinionForm } from './consultation/give-opinion.form.js';
import { OpenConsultationWorker } from './consultation/open-consultation.worker.js';
import { SilentDepartmentsConsumer } from './consultation/silent-departments.consumer.js';
import { CloseCorrectiveActionWorker } from './corrective-action/close-corrective-action.worker.js';
import {
  AnalyseCauseForm,
  ApprovePlanForm,
  PlanActionForm,
  VerifyEffectForm,
} from './corrective-action/corrective.forms.js';
import { CorrectiveActionsController } from './corrective-action/corrective-actions.controller.js';
import { CorrectiveAction } from './corrective-action/corrective-action.entity.js';
import { CorrectiveBook } from './corrective-action/corrective-book.js';
import { CorrectiveOrigins } from './corrective-action/corrective-origins.js';
import { CorrectiveScreens } from './corrective-action/corrective-screens.js';
import { RevisedRules } from './corrective-action/revised-rules.js';
import { Authorities } from './decision/authorities.js';
import { DecideForm } from './decision/decide.form.js';
import { IssueDecisionWorker } from './decision/issue-decision.worker.js';
import { WriteReplyForm } from './decision/write-reply.form.js';
import { DeputyDecidesForm } from './department/deputy-decides.form.js';
import { ExplainForm } from './department/explain.form.js';
import { TakeOrderForm } from './department/take-order.form.js';
import { DispatchCaseWorker } from './dispatch/dispatch-case.worker.js';
import { SignForm } from './dispatch/sign.form.js';
import { CollectEvidenceForm } from './fact-finding/collect-evidence.form.js';
import { HearComplainantForm, HearRespondentForm } from './fact-finding/hear-party.form.js';
import { HearingScreens } from './fact-finding/hearing-screens.js';
import { InvestigatedFiles } from './fact-finding/investigated-files.js';
import { NameInvestigatorForm } from './fact-finding/name-investigator.form.js';
import { SilentPartiesConsumer } from './fact-finding/silent-parties.consumer.js';
import { WriteReportForm } from './fact-finding/write-report.form.js';
import { OpenCorrectiveActionWorker } from './follow-on/open-corrective-action.worker.js';
import { OpenSupervisionWorker } from './follow-on/open-supervision.worker.js';
import { HandlingController } from './handling/handling.controller.js';
import { HandlingReader } from './handling/handling-reader.js';
import { SettlementsElsewhere } from './handling/settlements-elsewhere.js';
import { CarryOutForm } from './measures/carry-out.form.js';
import { ForeignMeasuresConsumer } from './measures/foreign-measures.consumer.js';
import { CloseMeasureWorker } from './measures/close-measure.worker.js';
import { MeasureRow } from './measures/measure.entity.js';
import { MeasureBook } from './measures/measure-book.js';
import { MeasureScreens } from './measures/measure-screens.js';
import { MeasuresController } from './measures/measures.controller.js';
import { OrderedMeasuresConsumer } from './measures/ordered-measures.consumer.js';
import { VerifyMeasureForm } from './measures/verify-measure.form.js';
import { AskWillingnessForm } from './mediation/ask-willingness.form.js';
import { MediateForm } from './mediation/mediate.form.js';
import { MediationDeadlineConsumer } from './mediation/mediation-deadline.consumer.js';
import { MediationScreens } from './mediation/mediation-screens.js';
import { MediationFailures } from './mediation/mediation-failures.js';
import { RecordAgreementWorker } from './mediation/record-agreement.worker.js';
import { Handling1764000200000 } from './migrations/1764000200000-Handling.js';
import { ConsultationOpinion1764000600000 } from './migrations/1764000600000-ConsultationOpinion.js';
import { MeasuresOfSubjects1795701500001 } from './migrations/1795701500001-MeasuresOfSubjects.js';
import { SupervisionAndCorrectiveAction1795701500020 } from './migrations/1795701500020-SupervisionAndCorrectiveAction.js';
import { ConsultationMinutes1795971000001 } from './migrations/1795971000001-ConsultationMinutes.js';
import { CaseRecords } from './records/case-records.js';
import { Handling } from './records/handling.entity.js';
import { Handlings } from './records/handlings.js';
import { AdmitReviewForm } from './review/admit-review.form.js';
import { IssueReviewDecisionWorker } from './review/issue-review-decision.worker.js';
import { FollowAuthorityForm, ReReviewForm } from './review/review-result.forms.js';
import { INVESTIGATION } from './schema.js';
import { Screens } from './screens/screens.js';
import { RecordSeverityWorker } from './severity/record-severity.worker.js';
import { CoordinateSeriousForm, GeneralManagerDecidesForm } from './severity/serious.forms.js';
import { AuditSample } from './supervision/audit-sample.js';
import { ConcludeSupervisionForm } from './supervision/conclude-supervision.form.js';
import { OpenFileForm } from './supervision/open-file.form.js';
import { ReportLeaderForm } from './supervision/report-leader.form.js';
import { SampleCasesForm } from './supervision/sample-cases.form.js';
import { Supervision } from './supervision/supervision.entity.js';
import { SupervisionBook } from './supervision/supervision-book.js';
import { SupervisionScreens } from './supervision/supervision-screens.js';
import { SupervisionStarts } from './supervision/supervision-starts.js';
import { SupervisionsController } from './supervision/supervisions.controller.js';
import { ApproveForm, VerifyForm } from './verification/verification.forms.js';

const RECORDS: Provider[] = [
  InvestigatedFiles,
  SupervisionBook,
  SupervisionScreens,
  SupervisionStarts,
  AuditSample,
  CorrectiveBook,
  CorrectiveOrigins,
  CorrectiveScreens,
  RevisedRules,
  ViolationSchedule,
  Handlings,
  CaseRecords,
  MeasureBook,
  Consultations,
  Authorities,
  MediationFailures,
  HandlingReader,
  SettlementsElsewhere,
  HearingScreens,
  ConsultationScreens,
  MediationScreens,
  MeasureScreens,
  Screens,
];

const WORKERS: Provider[] = [
  DispatchCaseWorker,
  OpenConsultationWorker,
  RecordAgreementWorker,
  IssueDecisionWorker,
  IssueReviewDecisionWorker,
  CloseMeasureWorker,
  OpenCorrectiveActionWorker,
  OpenSupervisionWorker,
  CloseCorrectiveActionWorker,
  RecordSeverityWorker,
];

const FORMS: Provider[] = [
  SignForm,
  TakeOrderForm,
  DeputyDecidesForm,
  ExplainForm,
  NameInvestigatorForm,
  CollectEvidenceForm,
  HearComplainantForm,
  HearRespondentForm,
  WriteReportForm,
  GiveOpinionForm,
  ConcludeForm,
  SettleDifferenceForm,
  AskWillingnessForm,
  MediateForm,
  DecideForm,
  WriteReplyForm,
  CarryOutForm,
  VerifyMeasureForm,
  CoordinateSeriousForm,
  GeneralManagerDecidesForm,
  VerifyForm,
  ApproveForm,
  AdmitReviewForm,
  ReReviewForm,
  FollowAuthorityForm,
  OpenFileForm,
  SampleCasesForm,
  ConcludeSupervisionForm,
  ReportLeaderForm,
  AnalyseCauseForm,
  PlanActionForm,
  ApprovePlanForm,
  VerifyEffectForm,
];

const CONSUMERS = [
  SilentPartiesConsumer,
  SilentDepartmentsConsumer,
  MediationDeadlineConsumer,
  OrderedMeasuresConsumer,
  ForeignMeasuresConsumer,
];

export const INVESTIGATION_MIGRATIONS = [
  ...eventsMigrations,
  ...zeebeMigrations,
  ...vaultMigrations,
  Handling1764000200000,
  ConsultationOpinion1764000600000,
  MeasuresOfSubjects1795701500001,
  SupervisionAndCorrectiveAction1795701500020,
  ConsultationMinutes1795971000001,
];

/** Evidence, hearings, findings, decisions, measures and their follow-up, consultations. */
@Module({})
export class InvestigationModule {
  static forRoot(): DynamicModule {
    const database = databaseModule({
      name: INVESTIGATION,
      entities: [Handling, CorrectiveAction, MeasureRow, Supervision],
      migrations: INVESTIGATION_MIGRATIONS,
    });
    return {
      module: InvestigationModule,
      imports: [database, eventsModule(INVESTIGATION), zeebeModule(INVESTIGATION), FormsModule],
      controllers: [
        HandlingController,
        MeasuresController,
        SupervisionsController,
        CorrectiveActionsController,
        ...CONSUMERS,
      ],
      providers: [...ownOf(INVESTIGATION), completedFormsConsumer(INVESTIGATION), ...RECORDS, ...WORKERS, ...FORMS],
    };
  }
}
