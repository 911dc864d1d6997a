import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ScheduleList } from '@huiying/contracts';
import { Access } from '@huiying/platform';
import { ScheduleViews } from './schedule-views.js';

@ApiTags('operations')
@Controller('schedules')
export class SchedulesController {
  constructor(private readonly views: ScheduleViews) {}

  /** What comes round: reports, trainings, audits, surveys, rankings, with their last and next start. */
  @Get()
  @Access('studio.read')
  list(): Promise<ScheduleList> {
    return this.views.list();
  }
}
