import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  IsBoolean,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import type {
  AuthorityReplyInput,
  CaseActionDone,
  FactsInput,
  FeedbackDateInput,
  NoteInput,
  ReasonInput,
  RecusalInput,
} from '@huiying/contracts';
import { Access, Caller, staff, type Subject } from '@huiying/platform';
import { ActionsService } from './actions.service.js';

const flag = { type: Boolean, required: false };
const risk = { type: Boolean, required: false, nullable: true };
const reason = { minLength: 1, maxLength: 500 };

class ReasonBody implements ReasonInput {
  @ApiProperty(reason) @IsString() @MinLength(1) @MaxLength(500) reason: string;
}

class NoteBody implements NoteInput {
  @ApiProperty({ minLength: 1, maxLength: 10_000 }) @IsString() @MinLength(1) @MaxLength(10_000) text: string;
}

class FactsBody implements FactsInput {
  @ApiProperty({ type: Number, required: false, nullable: true, minimum: 0 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000_000_000_000)
  amountFen?: number | null;
  @ApiProperty({ type: Number, required: false, minimum: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  households?: number;
  @ApiProperty(flag) @IsOptional() @IsBoolean() proceedings?: boolean;
  @ApiProperty(risk) @IsOptional() @IsBoolean() dangerToPersons?: boolean | null;
  @ApiProperty(risk) @IsOptional() @IsBoolean() disturbsOperation?: boolean | null;
  @ApiProperty(risk) @IsOptional() @IsBoolean() harmsStanding?: boolean | null;
  @ApiProperty(flag) @IsOptional() @IsBoolean() complexFlag?: boolean;
  @ApiProperty(flag) @IsOptional() @IsBoolean() keyCustomer?: boolean;
  @ApiProperty({ maxLength: 500, required: false }) @IsOptional() @IsString() @MaxLength(500) reason?: string;
}

class RecusalBody extends ReasonBody implements RecusalInput {
  @ApiProperty({ maxLength: 64, required: false }) @IsOptional() @IsString() @MaxLength(64) personId?: string;
}

class FeedbackDateBody implements FeedbackDateInput {
  @ApiProperty({ format: 'date' }) @IsISO8601({ strict: true }) @Length(10, 10) newDate: string;
  @ApiProperty() @IsBoolean() consent: boolean;
  @ApiProperty({ maxLength: 500, required: false }) @IsOptional() @IsString() @MaxLength(500) reason?: string;
}

class AuthorityReplyBody implements AuthorityReplyInput {
  @ApiProperty({ minLength: 1, maxLength: 10_000 }) @IsString() @MinLength(1) @MaxLength(10_000) opinion: string;
  @ApiProperty({ format: 'date', required: false })
  @IsOptional()
  @IsISO8601({ strict: true })
  @Length(10, 10)
  receivedOn?: string;
}

const CASE = { on: 'case', id: 'param:caseNo' } as const;

@ApiTags('cases')
@Controller('cases/:caseNo')
export class ActionsController {
  constructor(private readonly actions: ActionsService) {}

  @Post('notes')
  @Access('case.note', CASE)
  note(@Param('caseNo') caseNo: string, @Body() body: NoteBody, @Caller() caller: Subject): Promise<CaseActionDone> {
    return this.actions.note(caseNo, body.text, staff(caller));
  }

  @Post('emergency')
  @HttpCode(200)
  @Access('case.emergency', CASE)
  emergency(
    @Param('caseNo') caseNo: string,
    @Body() body: ReasonBody,
    @Caller() caller: Subject,
  ): Promise<CaseActionDone> {
    return this.actions.emergency(caseNo, body.reason, staff(caller));
  }

  @Post('serious')
  @HttpCode(200)
  @Access('case.serious', CASE)
  serious(
    @Param('caseNo') caseNo: string,
    @Body() body: ReasonBody,
    @Caller() caller: Subject,
  ): Promise<CaseActionDone> {
    return this.actions.serious(caseNo, body.reason, staff(caller));
  }

  @Post('facts')
  @HttpCode(200)
  @Access('case.facts', CASE)
  facts(@Param('caseNo') caseNo: string, @Body() body: FactsBody, @Caller() caller: Subject): Promise<CaseActionDone> {
    return this.actions.facts(caseNo, body, staff(caller));
  }

  @Post('recusals')
  @Access('case.recuse', CASE)
  recuse(
    @Param('caseNo') caseNo: string,
    @Body() body: RecusalBody,
    @Caller() caller: Subject,
  ): Promise<CaseActionDone> {
    return this.actions.recuse(caseNo, body, staff(caller));
  }

  @Post('feedback-date')
  @HttpCode(200)
  @Access('case.date', CASE)
  date(
    @Param('caseNo') caseNo: string,
    @Body() body: FeedbackDateBody,
    @Caller() caller: Subject,
  ): Promise<CaseActionDone> {
    return this.actions.feedbackDate(caseNo, body, staff(caller));
  }

  @Post('authority-reply')
  @HttpCode(200)
  @Access('case.reply', CASE)
  reply(
    @Param('caseNo') caseNo: string,
    @Body() body: AuthorityReplyBody,
    @Caller() caller: Subject,
  ): Promise<CaseActionDone> {
    return this.actions.authorityReply(caseNo, body, staff(caller));
  }
}
