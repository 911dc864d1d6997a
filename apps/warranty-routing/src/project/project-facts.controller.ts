import { Controller, Get, Param, Query } from '@nestjs/common';
import type { ProjectFacts } from '@huiying/contracts';
import { ServiceOnly } from '@huiying/platform';
import { ProjectService } from './project.service.js';

/** For the services that register and route cases. */
@Controller('internal/projects')
export class ProjectFactsController {
  constructor(private readonly projects: ProjectService) {}

  @Get(':name')
  @ServiceOnly()
  facts(@Param('name') name: string, @Query('building') building?: string): Promise<ProjectFacts> {
    return this.projects.facts(name, building);
  }
}
