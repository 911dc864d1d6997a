import { Controller, Get, Query } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { KINDS, type PublicProcedure, type PublishedResults } from '@huiying/contracts';
import { Public } from '@huiying/platform';
import { Procedure } from './procedure/procedure.service.js';
import { Published, type PublishedQuery } from './published/published.service.js';

class PublishedParams implements PublishedQuery {
  @ApiPropertyOptional({ description: 'yyyy or yyyy-MM' }) @IsOptional() @IsString() @MaxLength(7) period?: string;
  @ApiPropertyOptional({ enum: KINDS }) @IsOptional() @IsIn(KINDS) kind?: string;
  @ApiPropertyOptional({ maxLength: 100 }) @IsOptional() @IsString() @MaxLength(100) project?: string;
  @ApiPropertyOptional({ maxLength: 12 }) @IsOptional() @IsString() @MaxLength(12) cursor?: string;
}

class ProcedureParams {
  @ApiPropertyOptional({ maxLength: 64 }) @IsOptional() @IsString() @MaxLength(64) organisationId?: string;
}

/** What everybody may read (R03.2, R03.4): results without persons, and how complaints are handled. */
@ApiTags('portal')
@Controller('portal')
export class PublicController {
  constructor(
    private readonly results: Published,
    private readonly procedure: Procedure,
  ) {}

  @Get('published')
  @Public('portal.look', { limit: 'look' })
  published(@Query() query: PublishedParams): Promise<PublishedResults> {
    return this.results.read(query);
  }

  @Get('procedure')
  @Public('portal.look', { limit: 'look' })
  how(@Query() { organisationId }: ProcedureParams): Promise<PublicProcedure> {
    return this.procedure.read(organisationId);
  }
}
