import type { ServiceParts } from '@huiying/service';
import { Analyses } from './defects/analyses.js';
import { AssignDefectForm } from './defects/assign-defect.form.js';
import { ConcentratedDefectsConsumer } from './defects/concentrated-defects.consumer.js';
import { Concentration } from './defects/concentration.js';
import { Defect } from './defects/defect.entity.js';
import { DefectBook } from './defects/defect-book.js';
import { DefectScreens } from './defects/defect-screens.js';
import { DefectStart } from './defects/defect-start.js';
import { DefectsController } from './defects/defects.controller.js';
import { DefectsService } from './defects/defects.service.js';
import { DivertedDefectsController } from './defects/diverted-defects.controller.js';
import { DivertedDefectsConsumer } from './defects/diverted-defects.consumer.js';
import { FileAnalysisWorker } from './defects/file-analysis.worker.js';
import { RecordDefectWorker } from './defects/record-defect.worker.js';
import { AcceptRectificationForm, AnalyseForm, GroupFilesForm, RectifyForm } from './defects/rectification.forms.js';
import { ProjectRegister1764000100000 } from './migrations/1764000100000-ProjectRegister.js';
import { WarrantyRegister1795701000001 } from './migrations/1795701000001-WarrantyRegister.js';
import { QualityRecords1795701000002 } from './migrations/1795701000002-QualityRecords.js';
import { DeliveryDefects1795701000003 } from './migrations/1795701000003-DeliveryDefects.js';
import { BuildingEntity } from './project/building.entity.js';
import { ProjectController } from './project/project.controller.js';
import { ProjectEntity } from './project/project.entity.js';
import { ProjectFactsController } from './project/project-facts.controller.js';
import { ProjectService } from './project/project.service.js';
import { AssignCrewForm, AssignProjectForm } from './repairs/assign.forms.js';
import { OwnerAcceptsForm, RepairForm } from './repairs/builder-repair.forms.js';
import { EnterAcceptanceForm } from './repairs/enter-acceptance.form.js';
import { RepairMinorForm, RepairOrdinaryForm } from './repairs/own-repair.forms.js';
import { RecordRepairWorker } from './repairs/record-repair.worker.js';
import { Repairs } from './repairs/repairs.js';
import { SendSurveyReportWorker } from './reports/send-survey-report.worker.js';
import { SurveyReports } from './reports/survey-reports.js';
import { WriteSurveyReportForm } from './reports/write-survey-report.form.js';
import { OnSitePeople } from './records/on-site-people.js';
import { QualityScreens } from './screens/quality-screens.js';
import { ExplainToOwnerForm } from './settlement/explain-to-owner.form.js';
import { SettlementsController } from './settlement/settlements.controller.js';
import { Settlements } from './settlement/settlements.js';
import { LeadSurveyForm, SurveyFirstForm, SurveySecondForm } from './surveys/survey-forms.js';
import { Surveys } from './surveys/surveys.js';
import { SurveysController } from './surveys/surveys.controller.js';
import { TrackCompletionForm } from './tracking/track-completion.form.js';
import { CaseWarranty } from './warranty/case-warranty.js';
import { Warranties } from './warranty/warranties.js';
import { WarrantyController } from './warranty/warranty.controller.js';

/** What the features of this service bring, one list each. */
export const WARRANTY_ROUTING: ServiceParts = {
  name: 'warranty-routing',
  entities: [ProjectEntity, BuildingEntity, Defect],
  migrations: [
    ProjectRegister1764000100000,
    WarrantyRegister1795701000001,
    QualityRecords1795701000002,
    DeliveryDefects1795701000003,
  ],
  controllers: [
    ProjectController,
    ProjectFactsController,
    WarrantyController,
    SettlementsController,
    SurveysController,
    DefectsController,
    DivertedDefectsController,
  ],
  providers: [
    ...[ProjectService, Warranties, CaseWarranty],
    ...[Surveys, SurveyReports, Repairs, QualityScreens, OnSitePeople, Settlements],
    ...[SurveyFirstForm, SurveySecondForm, LeadSurveyForm, ExplainToOwnerForm],
    ...[RepairMinorForm, RepairOrdinaryForm, WriteSurveyReportForm, TrackCompletionForm],
    ...[EnterAcceptanceForm, AssignProjectForm, AssignCrewForm, RepairForm, OwnerAcceptsForm],
    ...[SendSurveyReportWorker, RecordRepairWorker],
    ...[DefectBook, DefectStart, DefectScreens, DefectsService, Concentration, Analyses],
    ...[AssignDefectForm, RectifyForm, AcceptRectificationForm, AnalyseForm, GroupFilesForm],
    ...[RecordDefectWorker, FileAnalysisWorker, DivertedDefectsConsumer, ConcentratedDefectsConsumer],
  ],
};
