import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { OpeningRequest } from '@huiying/contracts';
import { Access, Caller, staff, type Subject } from '@huiying/platform';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { Openings } from './openings.js';

class EmergencyOpeningBody {
  @ApiProperty({ minLength: 1, maxLength: 64 }) @IsString() @MinLength(1) @MaxLength(64) reportNo: string;
  @ApiProperty({ minLength: 1, maxLength: 500 }) @IsString() @MinLength(1) @MaxLength(500) reason: string;
}

/** Releasing an identity and emergency openings: custodians, and a general manager for the second. */
@ApiTags('reports')
@Controller('jb')
export class OpeningsController {
  constructor(private readonly openings: Openings) {}

  @Get('openings')
  @Access('report.handle')
  async waiting(@Caller() caller: Subject): Promise<{ items: OpeningRequest[] }> {
    return { items: await this.openings.waiting(staff(caller)) };
  }

  /** The asking is the first approval; another person's is the second. */
  @Post('emergency-openings')
  @HttpCode(202)
  @Access('report.open')
  ask(@Body() { reportNo, reason }: EmergencyOpeningBody, @Caller() caller: Subject): Promise<{ id: string }> {
    return this.openings.askEmergency(staff(caller), reportNo, reason);
  }

  @Post('openings/:id/approvals')
  @HttpCode(200)
  @Access('report.open')
  approve(@Param('id') id: string, @Caller() caller: Subject): Promise<{ opened: boolean }> {
    return this.openings.approve(staff(caller), id);
  }
}
