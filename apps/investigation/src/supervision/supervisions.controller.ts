import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  ORG_TYPES,
  type OrgType,
  type ReasonInput,
  type SupervisionInput,
  type SupervisionOpened,
  type SupervisionReferred,
} from '@huiying/contracts';
import { Access, Caller, ServiceOnly, staff, type Subject } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import { IsIn, IsString, Length, MaxLength, MinLength } from 'class-validator';
import { DataSource } from 'typeorm';
import { SupervisionStarts } from './supervision-starts.js';

class SupervisionBody implements SupervisionInput {
  @IsString() @Length(1, 64) caseNo: string;
  @IsString() @Length(1, 64) orgId: string;
  @IsIn(ORG_TYPES) orgType: OrgType;
}

class ReferralBody implements ReasonInput {
  @ApiProperty({ minLength: 1, maxLength: 500 }) @IsString() @MinLength(1) @MaxLength(500) reason: string;
}

/** How a supervision begins besides the process of a missed limit: a complaint about the handling, or a person's referral (R09.2). */
@ApiTags('supervision')
@Controller()
export class SupervisionsController {
  constructor(
    private readonly starts: SupervisionStarts,
    private readonly facts: CaseFacts,
    private readonly database: DataSource,
  ) {}

  /** From divert-case of intake: the complaint goes to the supervision office; a repeat answers the same number. */
  @Post('internal/supervisions')
  @HttpCode(200)
  @ServiceOnly()
  async open(@Body() { caseNo, orgId, orgType }: SupervisionBody): Promise<SupervisionOpened> {
    const from = { origin: 'complainant', originNo: caseNo, caseNo, orgId, orgType } as const;
    return { supervisionNo: await this.database.transaction((manager) => this.starts.start(manager, from)) };
  }

  /** 转督办 on the page of a case, with a reason; once a case. Nobody but the supervision office hears what becomes of it. */
  @Post('cases/:caseNo/supervision')
  @HttpCode(200)
  @Access('case.refer', { on: 'case', id: 'param:caseNo' })
  async refer(
    @Param('caseNo') caseNo: string,
    @Body() { reason }: ReferralBody,
    @Caller() caller: Subject,
  ): Promise<SupervisionReferred> {
    const now = await this.facts.now(caseNo);
    const orgType = now.orgType as OrgType;
    const from = { origin: 'referral', originNo: caseNo, caseNo, orgId: now.orgId, orgType } as const;
    const referral = { by: staff(caller).personId, reason };
    await this.database.transaction((manager) => this.starts.start(manager, { ...from, referral }));
    return { caseNo };
  }
}
