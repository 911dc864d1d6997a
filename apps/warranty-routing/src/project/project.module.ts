import { Module } from '@nestjs/common';
import { ProjectController } from './project.controller.js';
import { ProjectFactsController } from './project-facts.controller.js';
import { ProjectService } from './project.service.js';

@Module({ controllers: [ProjectController, ProjectFactsController], providers: [ProjectService] })
export class ProjectModule {}
