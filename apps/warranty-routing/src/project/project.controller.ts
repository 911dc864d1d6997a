import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  type AgreedWarranty,
  type BuildingInput,
  type BuildingList,
  type Component,
  COMPONENTS,
  PHASES,
  PROJECT_TYPES,
  type ProjectFacts,
  type ProjectInput,
  type ProjectList,
} from '@huiying/contracts';
import { Access, Caller, staff, type Subject } from '@huiying/platform';
import { ProjectService } from './project.service.js';

const OWNERSHIP = ['wholly-owned', 'controlled', 'joint'] as const;
const PAGE = 50;
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

class AgreedWarrantyBody implements AgreedWarranty {
  @ApiProperty({ enum: COMPONENTS }) @IsIn(COMPONENTS) component: Component;
  @ApiProperty({ type: String, format: 'date' }) @IsISO8601({ strict: true }) @Length(10, 10) until: string;
}

class BuildingBody implements BuildingInput {
  @ApiProperty(unitId) @IsOptional() @IsString() @Length(1, 64) organisationId?: string | null;
  @ApiProperty({ enum: PHASES, required: false, nullable: true })
  @IsOptional()
  @IsIn(PHASES)
  phase?: BuildingInput['phase'];
  @ApiProperty(day) @IsOptional() @IsISO8601({ strict: true }) @Length(10, 10) handoverOn?: string | null;
  @ApiProperty(day) @IsOptional() @IsISO8601({ strict: true }) @Length(10, 10) completionAcceptedOn?: string | null;
  @ApiProperty({ type: Number, required: false, nullable: true, minimum: 1, maximum: 200 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  designLifeYears?: number | null;
  @ApiProperty({ type: [AgreedWarrantyBody], required: false, maxItems: COMPONENTS.length })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(COMPONENTS.length)
  @ValidateNested({ each: true })
  @Type(() => AgreedWarrantyBody)
  agreedWarranties?: AgreedWarrantyBody[];
}

class ListQuery {
  /** Name of the last project seen. */
  @ApiProperty({ required: false, maxLength: 100 }) @IsOptional() @IsString() @Length(1, 100) cursor?: string;
}

/** The project and housing register, kept by administrators: facts that routing and warranty go by. */
@ApiTags('projects')
@Controller('projects')
export class ProjectController {
  constructor(private readonly projects: ProjectService) {}

  @Get()
  @Access('project.read')
  list(@Query() { cursor }: ListQuery): Promise<ProjectList> {
    return this.projects.list(cursor ?? null, PAGE);
  }

  @Get(':name')
  @Access('project.read')
  read(@Param('name') name: string): Promise<ProjectFacts> {
    return this.projects.facts(name);
  }

  @Get(':name/buildings')
  @Access('project.read')
  buildings(@Param('name') name: string): Promise<BuildingList> {
    return this.projects.buildings(name);
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
