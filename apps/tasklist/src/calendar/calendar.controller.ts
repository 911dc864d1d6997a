import { Body, Controller, Get, Param, ParseIntPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CalendarYear } from '@huiying/contracts';
import { Access, Caller, staff, type Subject } from '@huiying/platform';
import { ArrayMaxSize, IsArray, IsBoolean, Matches } from 'class-validator';
import { CalendarAdmin } from './calendar-admin.service.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class CalendarYearBody {
  @IsBoolean()
  announced: boolean;

  @IsArray()
  @ArrayMaxSize(100)
  @Matches(DAY, { each: true })
  daysOff: string[];

  @IsArray()
  @ArrayMaxSize(100)
  @Matches(DAY, { each: true })
  workingDays: string[];
}

/** Public holidays and make-up working weekends; every change recomputes what it concerns. Office hours are parameters (R09.9). */
@ApiTags('admin')
@Controller('admin/calendar')
export class CalendarController {
  constructor(private readonly admin: CalendarAdmin) {}

  @Get(':year')
  @Access('admin.read')
  year(@Param('year', ParseIntPipe) year: number): Promise<CalendarYear> {
    return this.admin.year(year);
  }

  /** Days of a year that differ from Monday–Friday; running limits are computed anew. */
  @Put(':year')
  @Access('admin.write')
  saveYear(
    @Param('year', ParseIntPipe) year: number,
    @Body() body: CalendarYearBody,
    @Caller() caller: Subject,
  ): Promise<CalendarYear> {
    return this.admin.saveYear(year, body, staff(caller).personId);
  }
}
