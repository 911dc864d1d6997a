import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  type AccountStatement,
  type LedgerBalances,
  PENALTY_KINDS,
  PENALTY_STATES,
  type PenaltyList,
  type PenaltyView,
  REVOCATION_REASONS,
  type RevocationInput,
  type RevocationReason,
  type RevocationResult,
} from '@huiying/contracts';
import { Access, AccessList, Caller, staff, type Subject } from '@huiying/platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { AccountStatementService } from './account-statement.service.js';
import { BalancesService } from './balances.service.js';
import { PenaltyListService } from './penalty-list.service.js';
import { PenaltyPageService } from './penalty-page.service.js';
import { RevocationService } from './revocation.service.js';

class PenaltyFilterBody {
  @IsOptional() @IsIn(PENALTY_STATES) state?: string;
  @IsOptional() @IsIn(PENALTY_KINDS) kind?: string;
  @IsOptional() @IsString() @MaxLength(64) storeId?: string;
  @IsOptional() @IsString() @MaxLength(64) caseNo?: string;
}

class CursorQuery {
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
}

class PenaltyQuery extends PenaltyFilterBody {
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

class RevocationBody implements RevocationInput {
  @ApiProperty({ enum: REVOCATION_REASONS }) @IsIn(REVOCATION_REASONS) because: RevocationReason;
  @ApiProperty({ minLength: 1, maxLength: 500 }) @IsString() @MinLength(1) @MaxLength(500) reason: string;
}

@ApiTags('penalties')
@Controller('penalties')
export class PenaltiesController {
  constructor(
    private readonly lists: PenaltyListService,
    private readonly page: PenaltyPageService,
    private readonly balances: BalancesService,
    private readonly statements: AccountStatementService,
    private readonly revocations: RevocationService,
  ) {}

  @Get()
  @AccessList('penalty.list')
  list(@Query() query: PenaltyQuery, @Caller() caller: Subject): Promise<PenaltyList> {
    return this.lists.list(query, staff(caller));
  }

  /** The same rows as CSV. */
  @Post('export')
  @HttpCode(200)
  @AccessList('penalty.export')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="penalties.csv"')
  export(@Body() filter: PenaltyFilterBody, @Caller() caller: Subject): Promise<string> {
    return this.lists.csv(filter, staff(caller));
  }

  /** 应收应付: who owes how much, over all penalties that the caller may read. */
  @Get('balances')
  @AccessList('penalty.list')
  async owed(@Caller() caller: Subject): Promise<LedgerBalances> {
    return { items: await this.balances.read(staff(caller)) };
  }

  /** 账户往来: `store:…`, `person:…` or `finance:…`. */
  @Get('accounts/:account')
  @AccessList('penalty.list')
  account(
    @Param('account') account: string,
    @Query() { cursor }: CursorQuery,
    @Caller() caller: Subject,
  ): Promise<AccountStatement> {
    return this.statements.read(account, cursor, staff(caller));
  }

  @Get(':penaltyNo')
  @Access('penalty.list', { on: 'penalty', id: 'param:penaltyNo' })
  read(@Param('penaltyNo') penaltyNo: string, @Caller() caller: Subject): Promise<PenaltyView> {
    return this.page.read(penaltyNo, staff(caller));
  }

  /** 撤销处罚: never one's own. */
  @Post(':penaltyNo/revocation')
  @HttpCode(200)
  @Access('penalty.revoke', { on: 'penalty', id: 'param:penaltyNo' })
  revoke(
    @Param('penaltyNo') penaltyNo: string,
    @Body() body: RevocationBody,
    @Caller() caller: Subject,
  ): Promise<RevocationResult> {
    return this.revocations.revoke(penaltyNo, body, staff(caller));
  }
}
