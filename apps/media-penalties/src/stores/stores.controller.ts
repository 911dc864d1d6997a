import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { ConsultantInput, StoreInput, StoreList, StoreView } from '@huiying/contracts';
import { Access, AccessList, Caller, staff, type Subject } from '@huiying/platform';
import { IsISO8601, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { StoresService } from './stores.service.js';

const day = { type: String, format: 'date', required: false, nullable: true };

class StoreQuery {
  @IsOptional() @IsString() @MaxLength(64) companyId?: string;
  @IsOptional() @IsString() @MaxLength(64) regionId?: string;
}

class StoreBody implements StoreInput {
  @ApiProperty(day) @IsOptional() @IsISO8601({ strict: true }) @Length(10, 10) openedOn?: string | null;
  @ApiProperty(day) @IsOptional() @IsISO8601({ strict: true }) @Length(10, 10) closedOn?: string | null;
}

class ConsultantBody implements ConsultantInput {
  @ApiProperty({ type: String, format: 'date' }) @IsISO8601({ strict: true }) @Length(10, 10) from: string;
  @ApiProperty(day) @IsOptional() @IsISO8601({ strict: true }) @Length(10, 10) until?: string | null;
}

/** Stores and consultants, kept by administrators and, each for its region, by the region offices. */
@ApiTags('stores')
@Controller('stores')
export class StoresController {
  constructor(private readonly stores: StoresService) {}

  @Get()
  @AccessList('store.list')
  list(@Query() query: StoreQuery, @Caller() caller: Subject): Promise<StoreList> {
    return this.stores.list(query, staff(caller));
  }

  @Put(':storeId')
  @HttpCode(200)
  @Access('store.write', { on: 'unit', id: 'param:storeId' })
  put(@Param('storeId') storeId: string, @Body() body: StoreBody, @Caller() caller: Subject): Promise<StoreView> {
    return this.stores.put(storeId, body, staff(caller));
  }

  @Put(':storeId/consultants/:personId')
  @HttpCode(200)
  @Access('store.write', { on: 'unit', id: 'param:storeId' })
  putConsultant(
    @Param('storeId') storeId: string,
    @Param('personId') personId: string,
    @Body() body: ConsultantBody,
    @Caller() caller: Subject,
  ): Promise<StoreView> {
    return this.stores.putConsultant(storeId, personId, body, staff(caller));
  }
}
