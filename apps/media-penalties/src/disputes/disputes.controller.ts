import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  DISPUTE_STATES,
  type DisputeInput,
  type DisputeList,
  type DisputeStores,
  type DisputeView,
} from '@huiying/contracts';
import { Access, AccessList, Caller, staff, type Subject } from '@huiying/platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { DisputeListService } from './dispute-list.service.js';
import { FileDisputeService } from './file-dispute.service.js';

class DisputeQuery {
  @IsOptional() @IsIn(DISPUTE_STATES) state?: string;
  @IsOptional() @IsString() @MaxLength(64) storeId?: string;
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

class DisputeBody implements DisputeInput {
  @ApiProperty({ maxLength: 64 }) @IsString() @Length(1, 64) complainingStoreId: string;
  @ApiProperty({ maxLength: 64 }) @IsString() @Length(1, 64) respondentStoreId: string;
  @ApiProperty({ minLength: 1, maxLength: 2000 }) @IsString() @Length(1, 2000) description: string;
}

@ApiTags('disputes')
@Controller('disputes')
export class DisputesController {
  constructor(
    private readonly lists: DisputeListService,
    private readonly filing: FileDisputeService,
  ) {}

  @Get()
  @AccessList('dispute.list')
  list(@Query() query: DisputeQuery, @Caller() caller: Subject): Promise<DisputeList> {
    return this.lists.list(query, staff(caller));
  }

  /** The open stores of the caller's companies, for whoever files. */
  @Get('stores')
  @Access('dispute.file')
  stores(@Caller() caller: Subject): Promise<DisputeStores> {
    return this.filing.stores(staff(caller));
  }

  @Get(':disputeNo')
  @Access('dispute.list', { on: 'dispute', id: 'param:disputeNo' })
  read(@Param('disputeNo') disputeNo: string, @Caller() caller: Subject): Promise<DisputeView> {
    return this.lists.read(disputeNo, staff(caller));
  }

  /** Gives the number JF-… and starts the dispute with the stores' own settlement. */
  @Post()
  @HttpCode(201)
  @Access('dispute.file')
  file(@Body() body: DisputeBody, @Caller() caller: Subject): Promise<DisputeView> {
    return this.filing.file(body, staff(caller));
  }
}
