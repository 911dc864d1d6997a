import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, Length } from 'class-validator';
import type { BuildingInput, ProjectFacts, ProjectInput } from '@huiying/contracts';
import { Access, Caller, staff, type Subject } from '@huiying/platform';
import { ProjectService } from './project.service.js';

const OWNERSHIP = ['wholly-owned', 'controlled', 'joint'] as const;
const PROJECT_TYPES = ['residential', 'commercial', 'office'] as const;
const PHASES = ['construction', 'occupied'] as const;
const unitId = { type: String, required: false, nullable: true, maxLength: 64 };
const day = { type: String, format: 'date', required: false, nullable: true };

class ProjectBody implements ProjectInput {
  @ApiProperty({ required: false }) @IsOptional() @IsBoolean() dissolved?: boolean;
  @ApiProperty({ enum: OWNERSHIP, required: false, nullable: true })
  @IsOptional()
  @IsIn(OWNERSHIP)
  ownership?: ProjectInput['ownership'];
  @ApiProperty(unitId) @IsOptional() @IsString() @Length(1, 64) agreementParty?: string | null;
  @ApiProperty(unitId) @IsOptional() @IsString() @Length(1, 64) developer?: string | null;
  @ApiProperty(unitId) @IsOptional() @IsString() @Length(1, 64) propertyCompany?: string | null;
  @ApiProperty(unitId) @IsOptional() @IsString() @Length(1, 64) constructionCompany?: string | null;
  @ApiProperty({ enum: PROJECT_TYPES, required: false })
  @IsOptional()
  @IsIn(PROJECT_TYPES)
  projectType?: ProjectInput['projectType'];
}

class BuildingBody implements BuildingInput {
  @ApiProperty(unitId) @IsOptional() @IsString() @Length(1, 64) organisationId?: string | null;
  @ApiProperty({ enum: PHASES, required: false, nullable: true })
  @IsOptional()
  @IsIn(PHASES)
  phase?: BuildingInput['phase'];
  @ApiProperty(day) @IsOptional() @IsISO8601({ strict: true }) @Length(10, 10) handoverOn?: string | null;
  @ApiProperty(day) @IsOptional() @IsISO8601({ strict: true }) @Length(10, 10) completionAcceptedOn?: string | null;
}

/** The project and housing register, kept by administrators: facts that routing and warranty go by. */
@ApiTags('projects')
@Controller('projects')
export class ProjectController {
  constructor(private readonly projects: ProjectService) {}

  @Get(':name')
  @Access('project.read')
  read(@Param('name') name: string): Promise<ProjectFacts> {
    return this.projects.facts(name);
  }

  @Put(':name')
  @HttpCode(200)
  @Access('project.write')
  put(@Param('name') name: string, @Body() body: ProjectBody, @Caller() caller: Subject): Promise<ProjectFacts> {
    return this.projects.register(name, body, staff(caller).personId);
  }

  @Put(':name/buildings/:building')
  @HttpCode(200)
  @Access('project.write')
  putBuilding(
    @Param('name') name: string,
    @Param('building') building: string,
    @Body() body: BuildingBody,
    @Caller() caller: Subject,
  ): Promise<ProjectFacts> {
    return this.projects.registerBuilding(name, building, body, staff(caller).personId);
  }
}
