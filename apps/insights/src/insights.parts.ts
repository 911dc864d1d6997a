import type { Type } from '@nestjs/common';
import type { ServiceParts } from '@huiying/service';
import { CaseFactsStore } from './facts/case-facts-store.js';
import { CaseFigures } from './facts/case-figures.js';
import { CasesConsumer } from './facts/cases.consumer.js';
import { LimitsConsumer } from './facts/limits.consumer.js';
import { ProjectParties } from './facts/project-parties.js';
import { SealedCountsConsumer } from './facts/sealed-counts.consumer.js';
import { TasksConsumer } from './facts/tasks.consumer.js';
import { WordsOfText } from './facts/words-of-text.js';
import { Findings } from './findings/findings.js';
import { FindingsController } from './findings/findings.controller.js';
import { Households } from './figures/households.js';
import { InsightScope } from './figures/insight-scope.js';
import { InsightsController } from './figures/insights.controller.js';
import { OverviewService } from './figures/overview.service.js';
import { Parameters } from './figures/parameters.js';
import { ProcessAnalysisService } from './figures/process-analysis.service.js';
import { ValidComplaintRate } from './figures/valid-complaint-rate.js';
import { ReadModel1795701700001 } from './migrations/1795701700001-ReadModel.js';
import { Reports1795701700002 } from './migrations/1795701700002-Reports.js';
import { Surveys1795701700003 } from './migrations/1795701700003-Surveys.js';
import { ReportReadings1795805000001 } from './migrations/1795805000001-ReportReadings.js';
import { SealedFacts1795970000004 } from './migrations/1795970000004-SealedFacts.js';
import { CompileReportWorker } from './reports/compile-report.worker.js';
import { DeliverReportWorker } from './reports/deliver-report.worker.js';
import { EditReportForm } from './reports/edit.form.js';
import { MinutesForm } from './reports/minutes.form.js';
import { ReportArchive } from './reports/report-archive.js';
import { ReportCases } from './reports/report-cases.js';
import { ReportCompiler } from './reports/report-compiler.js';
import { ReportListService } from './reports/report-list.service.js';
import { ReportPlans } from './reports/report-plan.js';
import { ReportRecipients } from './reports/report-recipients.js';
import { ReportsController } from './reports/reports.controller.js';
import { AnalyseSurveyForm } from './surveys/analyse.form.js';
import { EvaluateSurveyWorker } from './surveys/evaluate-survey.worker.js';
import { QuestionnairesController } from './surveys/questionnaires.controller.js';
import { CallBackForm, VisitForm } from './surveys/respondent.forms.js';
import { SelectRespondentsWorker } from './surveys/select-respondents.worker.js';
import { SendQuestionnairesWorker } from './surveys/send-questionnaires.worker.js';
import { SurveyBook } from './surveys/survey-book.js';
import { SurveyStarter } from './surveys/survey-starter.js';
import { SurveysController } from './surveys/surveys.controller.js';
import { HotTopicClock } from './topics/hot-topic-clock.js';
import { HotTopicDetector } from './topics/hot-topic-detector.js';
import { HotTopicsService } from './topics/hot-topics.service.js';
import { RecurringCauses } from './topics/recurring-causes.service.js';

const CONSUMERS: Type[] = [CasesConsumer, LimitsConsumer, TasksConsumer, SealedCountsConsumer];

/** What the features of this service bring. */
export const INSIGHTS: ServiceParts = {
  name: 'insights',
  migrations: [
    ReadModel1795701700001,
    Reports1795701700002,
    Surveys1795701700003,
    ReportReadings1795805000001,
    SealedFacts1795970000004,
  ],
  controllers: [
    ...CONSUMERS,
    InsightsController,
    ReportsController,
    SurveysController,
    QuestionnairesController,
    FindingsController,
  ],
  providers: [
    CaseFactsStore,
    CaseFigures,
    ProjectParties,
    WordsOfText,
    Parameters,
    InsightScope,
    Households,
    ValidComplaintRate,
    OverviewService,
    ProcessAnalysisService,
    HotTopicDetector,
    HotTopicClock,
    HotTopicsService,
    RecurringCauses,
    Findings,
    ReportPlans,
    ReportCases,
    ReportCompiler,
    ReportArchive,
    ReportRecipients,
    ReportListService,
    CompileReportWorker,
    DeliverReportWorker,
    EditReportForm,
    MinutesForm,
    SurveyBook,
    SurveyStarter,
    SelectRespondentsWorker,
    SendQuestionnairesWorker,
    EvaluateSurveyWorker,
    CallBackForm,
    VisitForm,
    AnalyseSurveyForm,
  ],
};
