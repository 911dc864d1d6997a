import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put, StreamableFile } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type {
  ReporterIdentity,
  ReportHandOver,
  ReportLine,
  ReportSheet,
  ReportTaskRow,
  ReportTaskSheet,
  TaskDraft,
  TaskPeopleList,
} from '@huiying/contracts';
import { Access, Caller, staff, type Subject } from '@huiying/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { fileName } from '../evidence/cleaned-file.js';
import { NamedBody } from '../filing/filing.controller.js';
import { TaskWork } from '../tasks/task-work.js';
import { ReportDeskView } from './report-desk-view.js';

class HandlerMessageBody {
  @ApiProperty({ minLength: 1, maxLength: 10_000 }) @IsString() @MinLength(1) @MaxLength(10_000) text: string;
}

class NamedLaterBody {
  @ApiProperty({ type: NamedBody, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => NamedBody)
  named: NamedBody[];
}

class ReasonBody {
  @ApiProperty({ minLength: 1, maxLength: 500 }) @IsString() @MinLength(1) @MaxLength(500) reason: string;
}

class HandOverBody implements ReportHandOver {
  @ApiProperty({ maxLength: 64 }) @IsString() @MinLength(1) @MaxLength(64) taskId: string;
  @ApiProperty({ maxLength: 64 }) @IsString() @MinLength(1) @MaxLength(64) personId: string;
}

class ReportTaskBody {
  @ApiProperty({ type: Object }) @IsObject() data: Record<string, unknown>;
}

class ReportDraftBody extends ReportTaskBody {
  /** Of the draft that this one goes on from. */
  @ApiProperty({ required: false }) @IsOptional() @IsInt() @Min(0) version?: number;
}

/**
 * Reports for their named handlers. For anybody else every list is empty and every number is none, whatever roles they hold: the guard
 * decides nothing here, so that its audit, which others read, holds no number of a report.
 */
@ApiTags('reports')
@Controller('jb')
export class DeskController {
  constructor(
    private readonly desk: ReportDeskView,
    private readonly tasks: TaskWork,
  ) {}

  @Get('reports')
  @Access('report.handle')
  async list(@Caller() caller: Subject): Promise<{ items: ReportLine[] }> {
    return { items: await this.desk.mine(staff(caller)) };
  }

  @Get('reports/:no')
  @Access('report.handle')
  read(@Param('no') no: string, @Caller() caller: Subject): Promise<ReportSheet> {
    return this.desk.read(no, staff(caller));
  }

  /** Evidence can say who sent it: like the identity, it is opened by whoever signed in a moment ago. */
  @Get('reports/:no/files/:n')
  @Access('report.open')
  async file(
    @Param('no') no: string,
    @Param('n', ParseIntPipe) n: number,
    @Caller() caller: Subject,
  ): Promise<StreamableFile> {
    const { content, contentType } = await this.desk.file(no, n, staff(caller));
    return new StreamableFile(content, {
      type: contentType,
      disposition: `attachment; filename="${fileName(n, contentType)}"`,
    });
  }

  @Post('reports/:no/messages')
  @HttpCode(204)
  @Access('report.handle')
  say(@Param('no') no: string, @Body() { text }: HandlerMessageBody, @Caller() caller: Subject): Promise<void> {
    return this.desk.say(no, text, staff(caller));
  }

  @Post('reports/:no/named')
  @HttpCode(204)
  @Access('report.handle')
  name(@Param('no') no: string, @Body() { named }: NamedLaterBody, @Caller() caller: Subject): Promise<void> {
    return this.desk.name(no, named, staff(caller));
  }

  /** Whom a step of the report may be given to, for who oversees it. */
  @Get('reports/:no/candidates')
  @Access('report.handle')
  async candidates(@Param('no') no: string, @Caller() caller: Subject): Promise<TaskPeopleList> {
    return { items: await this.desk.people(no, staff(caller)) };
  }

  /** A step that stands still goes to another handler (R05.7, R05.8). */
  @Post('reports/:no/handlers')
  @HttpCode(204)
  @Access('report.handle')
  handOver(@Param('no') no: string, @Body() body: HandOverBody, @Caller() caller: Subject): Promise<void> {
    return this.desk.handOver(no, body, staff(caller));
  }

  /** The answer does not say whether there is an identity. */
  @Post('reports/:no/identity-requests')
  @HttpCode(202)
  @Access('report.handle')
  askIdentity(@Param('no') no: string, @Body() { reason }: ReasonBody, @Caller() caller: Subject): Promise<void> {
    return this.desk.askIdentity(no, reason, staff(caller));
  }

  @Get('reports/:no/identity')
  @Access('report.open')
  identity(@Param('no') no: string, @Caller() caller: Subject): Promise<ReporterIdentity> {
    return this.desk.identity(no, staff(caller));
  }

  @Get('tasks')
  @Access('report.handle')
  async tasksOf(@Caller() caller: Subject): Promise<{ items: ReportTaskRow[] }> {
    return { items: await this.tasks.mine(staff(caller)) };
  }

  @Get('tasks/:id')
  @Access('report.handle')
  task(@Param('id') id: string, @Caller() caller: Subject): Promise<ReportTaskSheet> {
    return this.tasks.read(id, staff(caller));
  }

  @Get('tasks/:id/candidates')
  @Access('report.handle')
  async people(@Param('id') id: string, @Caller() caller: Subject): Promise<TaskPeopleList> {
    return { items: await this.tasks.people(id, staff(caller)) };
  }

  /** Kept by the server alone; who has the task next begins anew. */
  @Put('tasks/:id/draft')
  @Access('report.handle')
  draft(@Param('id') id: string, @Body() body: ReportDraftBody, @Caller() caller: Subject): Promise<TaskDraft> {
    return this.tasks.saveDraft(id, body, staff(caller));
  }

  @Post('tasks/:id/complete')
  @HttpCode(204)
  @Access('report.handle')
  complete(@Param('id') id: string, @Body() { data }: ReportTaskBody, @Caller() caller: Subject): Promise<void> {
    return this.tasks.complete(id, data, staff(caller));
  }
}
