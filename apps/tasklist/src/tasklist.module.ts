import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { eventsModule } from '@huiying/events';
import { completedFormsConsumer, FormsModule } from '@huiying/forms';
import { databaseModule } from '@huiying/persistence';
import { provideFactsLoader } from '@huiying/platform';
import { ownOf } from '@huiying/service';
import { WithdrawnJobs, zeebeModule } from '@huiying/zeebe';
import { CalendarAdmin } from './calendar/calendar-admin.service.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { Calendars } from './calendar/calendars.service.js';
import { OfficeHoursFollower } from './calendar/office-hours-follower.js';
import { Aftermath } from './deadlines/aftermath.js';
import { DeadlineClock } from './deadlines/deadline-clock.js';
import { DeadlineEvents } from './deadlines/deadline-events.js';
import { DeadlineStore } from './deadlines/deadline.typeorm-store.js';
import { DeadlineViews } from './deadlines/deadline-views.js';
import { DeadlinesConsumer } from './deadlines/deadlines.consumer.js';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { Deadlines } from './deadlines/deadlines.service.js';
import { LimitBook } from './deadlines/limit-book.js';
import { OpenMeasures } from './deadlines/open-measures.js';
import { PauseDeadlinesWorker } from './deadlines/pause-deadlines.worker.js';
import { ResumeDeadlinesWorker } from './deadlines/resume-deadlines.worker.js';
import { StartDeadlineWorker } from './deadlines/start-deadline.worker.js';
import { ActOnOverdueForm } from './escalation/act-on-overdue.form.js';
import { Escalations } from './escalation/escalations.js';
import { OverdueMatter } from './escalation/overdue-matter.js';
import { FindSuperiorWorker } from './escalation/find-superior.worker.js';
import { Superiors } from './escalation/superiors.js';
import { ApproveExtensionForm } from './extensions/approve-extension.form.js';
import { CheckExtensionWorker } from './extensions/check-extension.worker.js';
import { ExtendDeadlineWorker } from './extensions/extend-deadline.worker.js';
import { ExtensionRequests } from './extensions/extension-requests.js';
import { ExtensionsController, InternalExtensionsController } from './extensions/extensions.controller.js';
import { Extensions } from './extensions/extensions.service.js';
import { ChangeFeedbackDateWorker } from './feedback-date/change-feedback-date.worker.js';
import { FeedbackDates } from './feedback-date/feedback-dates.service.js';
import { EngineMonitoring } from './feed/engine-monitoring.js';
import { GatewayFeed } from './feed/gateway-feed.js';
import { RecordFeed } from './feed/record-feed.js';
import { RecordTaker } from './feed/record-taker.js';
import { TaskMirror } from './feed/task-mirror.service.js';
import { TaskWithdrawals } from './feed/task-withdrawals.js';
import { AnswerNames } from './forms/answer-names.js';
import { FormDesk } from './forms/form-desk.js';
import { HandOverClosing } from './handover/hand-over-closing.js';
import { HandOverConsumer } from './handover/hand-over.consumer.js';
import { HandOver } from './handover/hand-over.service.js';
import { ScheduleBook } from './schedules/schedule-book.js';
import { ScheduleClock } from './schedules/schedule-clock.js';
import { ScheduleViews } from './schedules/schedule-views.js';
import { SchedulesController } from './schedules/schedules.controller.js';
import { Schedules } from './schedules/schedules.service.js';
import { TASKLIST } from './schema.js';
import { ListTraineesWorker } from './training/list-trainees.worker.js';
import { RecordTrainingWorker } from './training/record-training.worker.js';
import { MakeUpForm, PlanCourseForm, RecordAttendanceForm } from './training/training.forms.js';
import { Trainings } from './training/trainings.js';
import { SealedCases } from './sealed/sealed-cases.js';
import { SealedCasesController } from './sealed/sealed-cases.controller.js';
import { SealedClock } from './sealed/sealed-clock.js';
import { SealedFormsController } from './sealed/sealed-forms.controller.js';
import { SealedLimits } from './sealed/sealed-limits.js';
import { SealedTasks } from './sealed/sealed-tasks.js';
import { SubjectMarks } from './subjects/subject-marks.js';
import { CandidateFinder } from './tasks/candidates.js';
import { ElementNames } from './tasks/element-names.js';
import { HolderWatch } from './tasks/holder-watch.js';
import { OutcomesController } from './tasks/outcomes.controller.js';
import { StalledTasksController } from './tasks/stalled-tasks.controller.js';
import { TaskActions } from './tasks/task-actions.service.js';
import { TaskCompletion } from './tasks/task-completion.service.js';
import { TaskDesk } from './tasks/task-desk.service.js';
import { TaskEvents } from './tasks/task-events.js';
import { TaskFactsLoader } from './tasks/task.facts.js';
import { TaskLimits } from './tasks/task-limits.js';
import { TaskPeople } from './tasks/task-people.js';
import { TaskQueries } from './tasks/task-queries.js';
import { TaskRelations } from './tasks/task-relations.js';
import { TaskSignals } from './tasks/task-signals.js';
import { TaskTexts } from './tasks/task-texts.js';
import { TaskStore } from './tasks/task.typeorm-store.js';
import { TasksController } from './tasks/tasks.controller.js';

const SUBJECTS: Provider[] = [SubjectMarks, Calendars, CalendarAdmin, OfficeHoursFollower];

const CLOCK: Provider[] = [
  Aftermath,
  DeadlineClock,
  DeadlineEvents,
  Deadlines,
  DeadlinesConsumer,
  DeadlineStore,
  DeadlineViews,
  LimitBook,
  OpenMeasures,
  PauseDeadlinesWorker,
  ResumeDeadlinesWorker,
  StartDeadlineWorker,
  Escalations,
  OverdueMatter,
  FindSuperiorWorker,
  Superiors,
  ActOnOverdueForm,
  ExtensionRequests,
  Extensions,
  CheckExtensionWorker,
  ExtendDeadlineWorker,
  ApproveExtensionForm,
  FeedbackDates,
  ChangeFeedbackDateWorker,
];

const SCHEDULES: Provider[] = [ScheduleBook, ScheduleClock, Schedules, ScheduleViews];

const TRAINING: Provider[] = [
  Trainings,
  ListTraineesWorker,
  RecordTrainingWorker,
  PlanCourseForm,
  RecordAttendanceForm,
  MakeUpForm,
];

const TASKS: Provider[] = [
  CandidateFinder,
  ElementNames,
  EngineMonitoring,
  AnswerNames,
  FormDesk,
  GatewayFeed,
  HandOver,
  HandOverClosing,
  HandOverConsumer,
  HolderWatch,
  RecordFeed,
  RecordTaker,
  SealedCases,
  SealedClock,
  SealedLimits,
  SealedTasks,
  TaskActions,
  TaskCompletion,
  TaskDesk,
  TaskEvents,
  TaskLimits,
  TaskMirror,
  TaskPeople,
  TaskQueries,
  TaskRelations,
  TaskSignals,
  TaskStore,
  TaskTexts,
  TaskWithdrawals,
  { provide: WithdrawnJobs, useExisting: TaskWithdrawals },
];

/** User tasks of every process, the deadline clock, the calendars. */
@Module({})
export class TasklistModule {
  static forRoot(): DynamicModule {
    return {
      module: TasklistModule,
      imports: [databaseModule(TASKLIST), eventsModule(TASKLIST.name), zeebeModule(TASKLIST.name), FormsModule],
      controllers: [
        CalendarController,
        DeadlinesController,
        ExtensionsController,
        InternalExtensionsController,
        OutcomesController,
        SealedCasesController,
        SealedFormsController,
        SchedulesController,
        StalledTasksController,
        TasksController,
      ],
      providers: [
        ...ownOf('tasklist'),
        completedFormsConsumer('tasklist'),
        ...SUBJECTS,
        ...CLOCK,
        ...SCHEDULES,
        ...TRAINING,
        ...TASKS,
        ...provideFactsLoader(TaskFactsLoader),
      ],
    };
  }
}
