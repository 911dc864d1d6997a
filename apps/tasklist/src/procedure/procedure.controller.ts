import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PortalProcedure } from '@huiying/contracts';
import { Public } from '@huiying/platform';
import { IsOptional, IsString, Length } from 'class-validator';
import { Procedure } from './procedure.service.js';

class ProcedureQuery {
  /** Default: the organisation that complaints go to when none is named. */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  organisationId?: string;
}

@ApiTags('portal')
@Controller('portal/procedure')
export class ProcedureController {
  constructor(private readonly procedure: Procedure) {}

  /** Which limits apply: a change of a figure shows here at once (R03.2, R03.4). */
  @Get()
  @Public('portal.look', { limit: 'look' })
  of(@Query() { organisationId }: ProcedureQuery): Promise<PortalProcedure> {
    return this.procedure.of(organisationId);
  }
}
