import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  EXPOSURE_ABOUT,
  EXPOSURE_STATES,
  type ExposureAbout,
  type ExposureInput,
  type ExposureList,
  type ExposedStores,
  type ExposureView,
  MEDIA,
  MEDIA_LEVELS,
  type MediaLevel,
  type Medium,
  type RegisteredExposure,
} from '@huiying/contracts';
import { Access, AccessList, Caller, staff, type Subject } from '@huiying/platform';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { ExposureListService } from './exposure-list.service.js';
import { RegisterExposureService } from './register-exposure.service.js';

class ExposureFilterBody {
  @IsOptional() @IsIn(EXPOSURE_STATES) state?: string;
  @IsOptional() @IsIn(MEDIA) medium?: string;
  @IsOptional() @IsString() @MaxLength(64) storeId?: string;
  @IsOptional() @IsString() @MaxLength(64) caseNo?: string;
}

class ExposureQuery extends ExposureFilterBody {
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
}

class ExposureBody implements ExposureInput {
  @IsIn(MEDIA) medium: Medium;
  @IsString() @MinLength(1) @MaxLength(64) outlet: string;
  @IsOptional() @IsIn(MEDIA_LEVELS) mediaLevel?: MediaLevel;
  @Matches(/^\d{4}-\d{2}-\d{2}$/) publishedOn: string;
  @IsOptional() @IsString() @MinLength(1) @MaxLength(64) storeId?: string;
  @IsOptional() @IsString() @MinLength(1) @MaxLength(64) caseNo?: string;
  @IsOptional() @IsBoolean() byCustomer?: boolean;
  @IsOptional() @IsIn(EXPOSURE_ABOUT) about?: ExposureAbout;
  @IsOptional() @IsString() @MaxLength(500) summary?: string;
}

@ApiTags('exposures')
@Controller('exposures')
export class ExposuresController {
  constructor(
    private readonly lists: ExposureListService,
    private readonly registrations: RegisterExposureService,
  ) {}

  /** 登记曝光 by hand; the same report of the same store or case twice is 409. */
  @Post()
  @Access('exposure.register')
  register(@Body() body: ExposureBody, @Caller() caller: Subject): Promise<RegisteredExposure> {
    return this.registrations.register(body, staff(caller));
  }

  /** Stores that the caller may register an exposure of, to choose from. */
  @Get('stores')
  @Access('exposure.register')
  async stores(@Caller() caller: Subject): Promise<ExposedStores> {
    return { items: await this.registrations.stores(staff(caller)) };
  }

  @Get()
  @AccessList('exposure.list')
  list(@Query() query: ExposureQuery, @Caller() caller: Subject): Promise<ExposureList> {
    return this.lists.list(query, staff(caller));
  }

  /** The same rows as CSV. */
  @Post('export')
  @HttpCode(200)
  @AccessList('exposure.export')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="exposures.csv"')
  export(@Body() filter: ExposureFilterBody, @Caller() caller: Subject): Promise<string> {
    return this.lists.csv(filter, staff(caller));
  }

  @Get(':exposureNo')
  @Access('exposure.list', { on: 'exposure', id: 'param:exposureNo' })
  read(@Param('exposureNo') exposureNo: string, @Caller() caller: Subject): Promise<ExposureView> {
    return this.lists.read(exposureNo, staff(caller));
  }
}
