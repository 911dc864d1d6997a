import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type {
  CompleteTaskReply,
  TaskDetail,
  TaskDraft,
  TaskPage,
  TaskPeopleList,
  TaskSummary,
  TaskView,
} from '@huiying/contracts';
import { Access, AccessList, Caller, staff, type Subject } from '@huiying/platform';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { TaskActions } from './task-actions.service.js';
import { TaskDesk } from './task-desk.service.js';
import { TaskPeople } from './task-people.js';
import { TaskQueries } from './task-queries.js';

export class TaskListQuery {
  @IsOptional()
  @IsIn(['mine', 'group', 'team', 'done'])
  view: TaskView = 'mine';

  @IsOptional()
  @IsString()
  @MaxLength(64)
  caseNo?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

export class TaskPeopleQuery {
  @IsOptional()
  @IsIn(['organisation'])
  among?: 'organisation';
}

export class AssignTaskBody {
  @IsString()
  @Length(1, 64)
  personId: string;

  @IsString()
  @Length(1, 500)
  reason: string;
}

export class TaskDataBody {
  @IsObject()
  data: Record<string, unknown>;
}

export class TaskDraftBody extends TaskDataBody {
  @IsOptional()
  @IsInt()
  @Min(0)
  version?: number;
}

export class AgreedDateBody {
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  date: string;

  @IsBoolean()
  consent: boolean;
}

@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly queries: TaskQueries,
    private readonly actions: TaskActions,
    private readonly desk: TaskDesk,
    private readonly people: TaskPeople,
  ) {}

  /**
   * Tasks of the caller: assigned (mine), of the caller's groups (group), completed in the last 30 days (done); team: every open task of
   * the cases that people below the caller handle, whoever holds it.
   */
  @Get()
  @AccessList('task.list')
  list(@Query() query: TaskListQuery, @Caller() caller: Subject): Promise<TaskPage> {
    return this.queries.list(query, staff(caller));
  }

  /** One task with its form and what the form starts with. */
  @Get(':id')
  @Access('task.read', { on: 'task', id: 'param:id' })
  read(@Param('id') id: string, @Caller() caller: Subject): Promise<TaskDetail> {
    return this.desk.read(id, staff(caller));
  }

  /**
   * Colleagues whom the task may be handed to, or whom its form may name; `among=organisation` for a form that names people of any unit
   * of the organisation. Without those who step aside (回避).
   */
  @Get(':id/candidates')
  @Access('task.read', { on: 'task', id: 'param:id' })
  async candidates(@Param('id') id: string, @Query() { among }: TaskPeopleQuery): Promise<TaskPeopleList> {
    return { items: await (among === 'organisation' ? this.people.ofOrganisation(id) : this.people.of(id)) };
  }

  /** Takes the task; 409 `task-claimed` when somebody was faster. */
  @Post(':id/claim')
  @HttpCode(200)
  @Access('task.claim', { on: 'task', id: 'param:id' })
  async claim(@Param('id') id: string, @Caller() caller: Subject): Promise<TaskSummary> {
    await this.actions.claim(id, staff(caller));
    return this.desk.summary(id);
  }

  /** Gives the task back to its group. */
  @Post(':id/release')
  @HttpCode(200)
  @Access('task.release', { on: 'task', id: 'param:id' })
  async release(@Param('id') id: string, @Caller() caller: Subject): Promise<TaskSummary> {
    await this.actions.release(id, staff(caller));
    return this.desk.summary(id);
  }

  /** Hands the task to a colleague, by its holder or a superior. */
  @Post(':id/assign')
  @HttpCode(200)
  @Access('task.assign', { on: 'task', id: 'param:id' })
  async assign(@Param('id') id: string, @Body() body: AssignTaskBody, @Caller() caller: Subject): Promise<TaskSummary> {
    await this.actions.assign(id, body.personId, staff(caller));
    return this.desk.summary(id);
  }

  /** Completes the task; the reply names the caller's next task of the same case when there is one. */
  @Post(':id/complete')
  @HttpCode(200)
  @Access('task.complete', { on: 'task', id: 'param:id' })
  complete(@Param('id') id: string, @Body() body: TaskDataBody, @Caller() caller: Subject): Promise<CompleteTaskReply> {
    return this.desk.complete(id, body.data, staff(caller));
  }

  /** Keeps what was typed so far; `If-Match` or `version` says what it was based on. */
  @Put(':id/draft')
  @Access('task.draft', { on: 'task', id: 'param:id' })
  saveDraft(
    @Param('id') id: string,
    @Body() body: TaskDraftBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() caller: Subject,
  ): Promise<TaskDraft> {
    const based = body.version ?? versionOf(ifMatch);
    return this.desk.saveDraft(id, body.data, based, staff(caller));
  }

  /** Replaces the running limit by a day that was agreed on. */
  @Post(':id/agreed-date')
  @HttpCode(200)
  @Access('task.agreed-date', { on: 'task', id: 'param:id' })
  async agreeDate(
    @Param('id') id: string,
    @Body() body: AgreedDateBody,
    @Caller() caller: Subject,
  ): Promise<TaskSummary> {
    await this.desk.agreeDate(id, body, staff(caller));
    return this.desk.summary(id);
  }
}

function versionOf(ifMatch: string | undefined): number | undefined {
  const digits = /^(?:W\/)?"?(\d+)"?$/.exec(ifMatch ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
