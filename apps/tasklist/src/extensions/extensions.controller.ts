import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ExtensionRequested, InternalExtension } from '@huiying/contracts';
import { Access, Caller, Problem, ServiceOnly, staff, type Subject } from '@huiying/platform';
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

/** The extension of a case that was granted last, for the letter that tells it. */
@Controller('internal/extensions')
export class InternalExtensionsController {
  constructor(private readonly extensions: Extensions) {}

  /** @throws Problem extension-unknown (missing) */
  @Get(':caseNo')
  @ServiceOnly()
  async read(@Param('caseNo') caseNo: string): Promise<InternalExtension> {
    const found = await this.extensions.extended(caseNo);
    if (!found) throw new Problem('extension-unknown', 'missing');
    return found;
  }
}
