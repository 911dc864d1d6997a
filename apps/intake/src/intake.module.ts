import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { eventsModule, relaySink } from '@huiying/events';
import { completedFormsConsumer, FormsModule } from '@huiying/forms';
import { databaseModule } from '@huiying/persistence';
import { provideFactsLoader } from '@huiying/platform';
import { ownOf } from '@huiying/service';
import { zeebeModule } from '@huiying/zeebe';
import './intake.problems.js';
import { ActionsController } from './actions/actions.controller.js';
import { ActionsService } from './actions/actions.service.js';
import { EmergencyProgressConsumer } from './actions/emergency-progress.consumer.js';
import { EmergencyStart } from './actions/emergency-start.js';
import { NotesService } from './actions/notes.service.js';
import { AttachmentDownloads, AttachmentFactsLoader } from './attachments/attachment-downloads.js';
import { Attachments } from './attachments/attachments.js';
import { ObjectStore } from './attachments/object-store.js';
import { RowObjectStore } from './attachments/row-object-store.js';
import { CaseBook } from './case/case-book.js';
import { CaseMessages } from './case/case-messages.js';
import { CaseProgressConsumer } from './case/case-progress.consumer.js';
import { CaseProgressService } from './case/case-progress.service.js';
import { InternalCasesController } from './case/internal-cases.controller.js';
import { AuthoritiesOfCase } from './case/authorities-of-case.js';
import { InternalCases } from './case/internal-cases.service.js';
import { PersonalData } from './case/personal-data.js';
import { SeverityTable } from './case/severity.js';
import { ArchiveCaseWorker } from './closure/archive-case.worker.js';
import { ClosureService } from './closure/closure.service.js';
import { RecordAppealWorker } from './closure/record-appeal.worker.js';
import { ReopenCaseWorker } from './closure/reopen-case.worker.js';
import { WithdrawCaseWorker } from './closure/withdraw-case.worker.js';
import { AcceptCaseWorker } from './eligibility/accept-case.worker.js';
import { AcceptTransferForm } from './eligibility/accept-transfer.form.js';
import { AdmissionService } from './eligibility/admission.service.js';
import { DiversionMeasures } from './eligibility/diversion-measures.js';
import { DiversionService } from './eligibility/diversion.service.js';
import { DivertCaseWorker } from './eligibility/divert-case.worker.js';
import { ReviewIntakeForm } from './eligibility/review-intake.form.js';
import { ReviewOffers } from './eligibility/review-offers.js';
import { ReviewOutcomes } from './eligibility/review-outcomes.js';
import { ReviewService } from './eligibility/review.service.js';
import { AnswerForm } from './inquiry/answer.form.js';
import { HandleInquiryForm } from './inquiry/handle-inquiry.form.js';
import { intakeSchema } from './intake.schema.js';
import { FollowingService } from './links/following.service.js';
import { FollowMasterWorker } from './links/follow-master.worker.js';
import { Households } from './links/households.js';
import { LinksController } from './links/links.controller.js';
import { LinksService } from './links/links.service.js';
import { RoutingTable } from './links/routing.js';
import { ResolveChildrenWorker } from './links/resolve-children.worker.js';
import { InquiryAnswers } from './notices/inquiry-answers.js';
import { NoticeFieldsOf } from './notices/notice-fields.js';
import { NoticeFile } from './notices/notice-file.js';
import { NoticeMail } from './notices/notice-mail.js';
import { NoticeSink } from './notices/notice-sink.js';
import { QuestionnairesController } from './notices/questionnaires.controller.js';
import { Questionnaires } from './notices/questionnaires.service.js';
import { RecordNoticeWorker } from './notices/record-notice.worker.js';
import { ReportNoticesController } from './notices/report-notices.controller.js';
import { ReportNotices } from './notices/report-notices.service.js';
import { SendNoticeWorker } from './notices/send-notice.worker.js';
import { TellInPersonForm } from './notices/tell-in-person.form.js';
import { TellingService } from './notices/telling.service.js';
import { AttachmentController } from './page/attachment.controller.js';
import { CaseListService } from './page/case-list.service.js';
import { CasePageService } from './page/case-page.service.js';
import { CasesController } from './page/cases.controller.js';
import { Continuation } from './page/continuation.js';
import { TimelineService } from './page/timeline.service.js';
import { UnlistedMovesController } from './page/unlisted-moves.controller.js';
import { UnlistedMovesService } from './page/unlisted-moves.service.js';
import { AnswersService } from './portal/answers.service.js';
import { ComplainantMessages } from './portal/complainant-messages.js';
import { FollowService } from './portal/follow.service.js';
import { PortalController } from './portal/portal.controller.js';
import { Procedure } from './portal/procedure/procedure.service.js';
import { PublicController } from './portal/public.controller.js';
import { Published } from './portal/published/published.service.js';
import { CaseOpener } from './registration/case-opener.js';
import { DeskController } from './registration/desk.controller.js';
import { EarlierCases } from './registration/earlier-cases.js';
import { FilingController } from './registration/filing.controller.js';
import { KnownProjects } from './registration/known-projects.js';
import { Receivers } from './registration/receiver.js';
import { RegistrationForms } from './registration/registration-forms.js';
import { RegistrationService } from './registration/registration.service.js';
import { RepeatedRequests } from './registration/repeated-requests.js';
import { ReplyDates } from './registration/reply-dates.js';
import { Respondents } from './registration/respondents.js';
import { Suggestions } from './registration/suggestions.js';
import { INTAKE } from './schema.js';
import { FeedbackDateRequests } from './sales/feedback-date-requests.js';
import { GiveFeedbackForm } from './sales/give-feedback.form.js';
import { HandleForm } from './sales/handle.form.js';
import { IssueDepartmentOrdersWorker } from './sales/issue-department-orders.worker.js';
import { IssueWorkOrderWorker } from './sales/issue-work-order.worker.js';
import { ReportSuperiorForm } from './sales/report-superior.form.js';
import { SalesRecord } from './sales/sales-record.js';
import { SuperiorDecidesForm } from './sales/superior-decides.form.js';
import { WorkOrders } from './sales/work-orders.js';
import { SealedReports } from './sealed-report/sealed-reports.js';
import { TimelineConsumer } from './timeline/timeline.consumer.js';
import { TaskNames } from './timeline/task-names.js';
import { TimelineStore } from './timeline/timeline.store.js';

const registration: Provider[] = [
  RegistrationForms,
  RegistrationService,
  CaseOpener,
  EarlierCases,
  KnownProjects,
  Receivers,
  RepeatedRequests,
  ReplyDates,
  Respondents,
  Suggestions,
  SealedReports,
];
const caseFile: Provider[] = [
  CaseBook,
  CaseMessages,
  CaseProgressConsumer,
  CaseProgressService,
  InternalCases,
  AuthoritiesOfCase,
  PersonalData,
  SeverityTable,
  TimelineConsumer,
  TimelineStore,
  TaskNames,
  TimelineService,
  UnlistedMovesService,
  CaseListService,
  CasePageService,
  Continuation,
  Attachments,
  AttachmentDownloads,
  { provide: ObjectStore, useClass: RowObjectStore },
  ...provideFactsLoader(AttachmentFactsLoader),
];
const eligibility: Provider[] = [
  AdmissionService,
  DiversionService,
  DiversionMeasures,
  ReviewService,
  ReviewOffers,
  ReviewOutcomes,
  ReviewIntakeForm,
  AcceptTransferForm,
  AcceptCaseWorker,
  DivertCaseWorker,
];
const notices: Provider[] = [
  NoticeFile,
  NoticeFieldsOf,
  Questionnaires,
  ReportNotices,
  NoticeMail,
  NoticeSink,
  relaySink('notice', NoticeSink, INTAKE),
  TellingService,
  TellInPersonForm,
  SendNoticeWorker,
  RecordNoticeWorker,
  InquiryAnswers,
  AnswerForm,
  HandleInquiryForm,
];
const ending: Provider[] = [
  ClosureService,
  ArchiveCaseWorker,
  WithdrawCaseWorker,
  RecordAppealWorker,
  ReopenCaseWorker,
  FollowingService,
  RoutingTable,
  FollowMasterWorker,
  ResolveChildrenWorker,
];
const people: Provider[] = [
  ActionsService,
  NotesService,
  EmergencyStart,
  EmergencyProgressConsumer,
  Households,
  LinksService,
  AnswersService,
  ComplainantMessages,
  FollowService,
  Procedure,
  Published,
];

const sales: Provider[] = [
  FeedbackDateRequests,
  SalesRecord,
  WorkOrders,
  HandleForm,
  GiveFeedbackForm,
  ReportSuperiorForm,
  SuperiorDecidesForm,
  IssueWorkOrderWorker,
  IssueDepartmentOrdersWorker,
];

/** Registration on every channel, the portal, eligibility, notices, and the file of every case. */
@Module({})
export class IntakeModule {
  static forRoot(): DynamicModule {
    return {
      module: IntakeModule,
      imports: [databaseModule(intakeSchema), eventsModule(INTAKE), zeebeModule(INTAKE), FormsModule],
      controllers: [
        FilingController,
        DeskController,
        PortalController,
        PublicController,
        CasesController,
        ActionsController,
        LinksController,
        AttachmentController,
        UnlistedMovesController,
        InternalCasesController,
        QuestionnairesController,
        ReportNoticesController,
      ],
      providers: [
        ...ownOf('intake'),
        completedFormsConsumer('intake'),
        ...registration,
        ...caseFile,
        ...eligibility,
        ...notices,
        ...ending,
        ...people,
        ...sales,
      ],
    };
  }
}
