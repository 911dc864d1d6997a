import { eventsMigrations } from '@huiying/events';
import { formMigrations } from '@huiying/forms';
import type { SchemaOptions } from '@huiying/persistence';
import { vaultMigrations } from '@huiying/platform';
import { zeebeMigrations } from '@huiying/zeebe';
import { CalendarYearEntity } from './calendar/calendar.entity.js';
import { DeadlineEntity, DeadlineStepEntity } from './deadlines/deadline.entity.js';
import { DeadlineClock1764000300000 } from './migrations/1764000300000-DeadlineClock.js';
import { UserTasks1764000400000 } from './migrations/1764000400000-UserTasks.js';
import { AnswerNames1795901000001 } from './migrations/1795901000001-AnswerNames.js';
import { OfficeHours1795802000004 } from './migrations/1795802000004-OfficeHours.js';
import { SettledLimits1795960000001 } from './migrations/1795960000001-SettledLimits.js';
import { NamedUnits1795970000003 } from './migrations/1795970000003-NamedUnits.js';
import { SealedTasks1795701600001 } from './migrations/1795701600001-SealedTasks.js';
import { SeenTasks1764000500000 } from './migrations/1764000500000-SeenTasks.js';
import { Schedules1795701200001 } from './migrations/1795701200001-Schedules.js';
import { Trainings1795701200002 } from './migrations/1795701200002-Trainings.js';
import { TaskCandidateEntity, TaskEntity, TaskOutcomeEntity } from './tasks/task.entity.js';

/** Schema of the tasklist: limits, calendars, user tasks. */
export const TASKLIST: SchemaOptions = {
  name: 'tasklist',
  entities: [
    DeadlineEntity,
    DeadlineStepEntity,
    CalendarYearEntity,
    TaskEntity,
    TaskCandidateEntity,
    TaskOutcomeEntity,
  ],
  migrations: [
    ...eventsMigrations,
    ...vaultMigrations,
    ...formMigrations,
    ...zeebeMigrations,
    DeadlineClock1764000300000,
    UserTasks1764000400000,
    SeenTasks1764000500000,
    Schedules1795701200001,
    Trainings1795701200002,
    SealedTasks1795701600001,
    OfficeHours1795802000004,
    AnswerNames1795901000001,
    SettledLimits1795960000001,
    NamedUnits1795970000003,
  ],
  poolSize: 12,
};
