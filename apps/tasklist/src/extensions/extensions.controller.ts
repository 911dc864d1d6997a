import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ExtensionRequested, InternalExtensions } from '@huiying/contracts';
import { Access, Caller, ServiceOnly, staff, type Subject } from '@huiying/platform';
import { IsInt, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { Extensions } from './extensions.service.js';

export class ExtensionRequestBody {
  @IsString()
  @Length(1, 64)
  limitId: string;

  @IsInt()
  @Min(1)
  @Max(366)
  days: number;

  @IsString()
  @Length(1, 500)
  @MaxLength(500)
  reason: string;
}

@ApiTags('cases')
@Controller('cases/:caseNo/extension-requests')
export class ExtensionsController {
  constructor(private readonly extensions: Extensions) {}

  /** Asks for more time for a running limit of the case (R04.13, R09.7); somebody else decides. */
  @Post()
  @Access('case.extend', { on: 'case', id: 'param:caseNo' })
  async ask(
    @Param('caseNo') caseNo: string,
    @Body() body: ExtensionRequestBody,
    @Caller() caller: Subject,
  ): Promise<ExtensionRequested> {
    return { requestId: await this.extensions.ask(caseNo, body, staff(caller).personId) };
  }
}

/** The extensions of a case, for the letters that tell of them. */
@Controller('internal/extensions')
export class InternalExtensionsController {
  constructor(private readonly extensions: Extensions) {}

  @Get(':caseNo')
  @ServiceOnly()
  async read(@Param('caseNo') caseNo: string): Promise<InternalExtensions> {
    return { items: await this.extensions.extended(caseNo) };
  }
}
