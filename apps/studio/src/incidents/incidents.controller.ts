import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Incident, IncidentList } from '@huiying/contracts';
import { Access } from '@huiying/platform';
import { IncidentService } from './incident.service.js';

/** 运维: what is stuck, and trying again. */
@ApiTags('operations')
@Controller('ops/incidents')
export class IncidentsController {
  constructor(private readonly incidents: IncidentService) {}

  @Get()
  @Access('ops.read')
  list(): Promise<IncidentList> {
    return this.incidents.list();
  }

  @Post(':key/retry')
  @HttpCode(200)
  @Access('ops.act')
  retry(@Param('key') key: string): Promise<Pick<Incident, 'key'>> {
    return this.incidents.retry(key);
  }
}
