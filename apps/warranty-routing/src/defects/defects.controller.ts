import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  type Component,
  COMPONENTS,
  type DefectInput,
  type DefectList,
  type DefectType,
  DEFECT_TYPES,
  type RegisteredDefect,
} from '@huiying/contracts';
import { Access, Caller, staff, type Subject } from '@huiying/platform';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { DefectsService } from './defects.service.js';

class DefectBody implements DefectInput {
  @ApiProperty({ required: false, maxLength: 64 }) @IsOptional() @IsString() @Length(1, 64) organisationId?: string;
  @ApiProperty({ maxLength: 100 }) @IsString() @Length(1, 100) project: string;
  @ApiProperty({ required: false, maxLength: 100 }) @IsOptional() @IsString() @Length(1, 100) building?: string;
  @ApiProperty({ enum: COMPONENTS, required: false }) @IsOptional() @IsIn(COMPONENTS) component?: Component;
  @ApiProperty({ enum: DEFECT_TYPES, required: false }) @IsOptional() @IsIn(DEFECT_TYPES) defectType?: DefectType;
  @ApiProperty({ maxLength: 2000 }) @IsString() @Length(1, 2000) description: string;
}

class DefectQuery {
  /** Number of the last defect seen. */
  @ApiProperty({ required: false, maxLength: 64 }) @IsOptional() @IsString() @Length(1, 64) cursor?: string;

  /** One defect alone. */
  @ApiProperty({ required: false, maxLength: 64 }) @IsOptional() @IsString() @Length(1, 64) number?: string;
}

/** Defects found under construction or within 50 days of the hand-over (R10.4): no complaints, so the case list has none of them. */
@ApiTags('defects')
@Controller('defects')
export class DefectsController {
  constructor(private readonly defects: DefectsService) {}

  @Post()
  @Access('defect.register')
  register(@Body() body: DefectBody, @Caller() caller: Subject): Promise<RegisteredDefect> {
    return this.defects.register(body, staff(caller));
  }

  @Get()
  @Access('defect.list')
  list(@Query() { cursor, number }: DefectQuery, @Caller() caller: Subject): Promise<DefectList> {
    return this.defects.list(staff(caller), { before: cursor ?? null, defectNo: number ?? null });
  }
}
