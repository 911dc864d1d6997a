import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { SealedTaskAnswer, SealedTaskDue, SealedTaskHandOver } from '@huiying/contracts';
import { ServiceOnly } from '@huiying/platform';
import { IsBoolean, IsISO8601, IsOptional, IsString, Length, Matches } from 'class-validator';
import { HandedOver } from './handed-over.js';

const KEY = /^\d{1,20}$/;

class HandOverBody implements SealedTaskHandOver {
  @Matches(KEY) taskKey: string;
  @Matches(KEY) instanceKey: string;
  @IsString() @Length(1, 80) elementId: string;
  @IsString() @Length(1, 120) formId: string;
  @IsOptional() @IsString() @Length(1, 64) assignee: string | null;
  @IsISO8601() createdAt: string;
  @IsOptional() @IsString() @Length(1, 40) limitId: string | null;
  /** Absent: what a tasklist from before handed over. */
  @IsOptional() @IsBoolean() review: boolean;
}

class DueBody implements SealedTaskDue {
  @IsISO8601() dueAt: string;
}

/** For the tasklist alone: sealed tasks come, ring and go. */
@Controller('internal/sealed-tasks')
export class HandedOverController {
  constructor(private readonly tasks: HandedOver) {}

  @Post()
  @HttpCode(200)
  @ServiceOnly()
  take(@Body() body: HandOverBody): Promise<SealedTaskAnswer> {
    return this.tasks.take({
      ...body,
      assignee: body.assignee ?? null,
      limitId: body.limitId ?? null,
      review: body.review ?? false,
    });
  }

  @Post(':taskKey/due')
  @HttpCode(204)
  @ServiceOnly()
  due(@Param('taskKey') taskKey: string, @Body() { dueAt }: DueBody): Promise<void> {
    return this.tasks.due(taskKey, new Date(dueAt));
  }

  @Post(':taskKey/overdue')
  @HttpCode(200)
  @ServiceOnly()
  overdue(@Param('taskKey') taskKey: string): Promise<SealedTaskAnswer> {
    return this.tasks.overdue(taskKey);
  }

  @Post(':taskKey/withdrawn')
  @HttpCode(204)
  @ServiceOnly()
  withdrawn(@Param('taskKey') taskKey: string): Promise<void> {
    return this.tasks.withdrawn(taskKey);
  }
}
