import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { type BuildingWarranties, type Component, COMPONENTS } from '@huiying/contracts';
import { Access, Clock } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { IsIn, IsISO8601, IsOptional, Length } from 'class-validator';
import { ProjectService } from '../project/project.service.js';
import { Warranties } from './warranties.js';

class WarrantyQuery {
  @ApiProperty({ enum: COMPONENTS, required: false }) @IsOptional() @IsIn(COMPONENTS) component?: Component;
  /** Day of the owner's report; today unless given. */
  @ApiProperty({ type: String, format: 'date', required: false })
  @IsOptional()
  @IsISO8601({ strict: true })
  @Length(10, 10)
  reportedOn?: string;
}

/** Warranty of a building: who repairs by the company's own year, until when for nothing by the law (R02.9). */
@ApiTags('projects')
@Controller('projects/:name/buildings/:building/warranty')
export class WarrantyController {
  constructor(
    private readonly warranties: Warranties,
    private readonly projects: ProjectService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('project.read')
  async read(
    @Param('name') name: string,
    @Param('building') building: string,
    @Query() query: WarrantyQuery,
  ): Promise<BuildingWarranties> {
    await this.projects.facts(name, building);
    const reportedOn = query.reportedOn ?? dayOf(this.clock.now());
    const place = { project: name, building, completionAcceptedOn: null };
    const items = await this.warranties.all(place, reportedOn, query.component ? [query.component] : COMPONENTS);
    return { project: name, building, reportedOn, items };
  }
}
