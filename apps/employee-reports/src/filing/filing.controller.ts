import { Body, Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  type FileReport,
  type NamedInReport,
  REPORT_FORMS,
  type ReporterIdentity,
  type ReportForm,
  type ReportReceipt,
} from '@huiying/contracts';
import { Config, Problem, Public } from '@huiying/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { StaffLines } from '../people/staff-lines.js';
import { ReportDesk } from './report-desk.js';

const text = (maxLength: number) => ({ maxLength, required: false });

/** Who is named: a person, a person of a unit, or everybody of a unit. */
export class NamedBody implements NamedInReport {
  @ApiProperty(text(64)) @IsOptional() @IsString() @MaxLength(64) personId?: string;
  @ApiProperty(text(100)) @IsOptional() @IsString() @MaxLength(100) name?: string;
  @ApiProperty(text(100)) @IsOptional() @IsString() @MaxLength(100) unit?: string;
}

/** Who reports; all of it may be left out. */
class IdentityBody implements ReporterIdentity {
  @ApiProperty(text(100)) @IsOptional() @IsString() @MaxLength(100) name?: string;
  @ApiProperty(text(40)) @IsOptional() @IsString() @MaxLength(40) phone?: string;
  @ApiProperty(text(200)) @IsOptional() @IsString() @MaxLength(200) email?: string;
  @ApiProperty(text(200)) @IsOptional() @IsString() @MaxLength(200) more?: string;
}

class FileReportBody implements FileReport {
  @ApiProperty({ minLength: 10, maxLength: 10_000 }) @IsString() @MinLength(10) @MaxLength(10_000) description: string;
  @ApiProperty(text(10_000)) @IsOptional() @IsString() @MaxLength(10_000) evidence?: string;
  @ApiProperty({ enum: REPORT_FORMS, required: false }) @IsOptional() @IsIn(REPORT_FORMS) reportForm?: ReportForm;
  @ApiProperty(text(64)) @IsOptional() @IsString() @MaxLength(64) organisationId?: string;
  @ApiProperty(text(64)) @IsOptional() @IsString() @MaxLength(64) unitId?: string;
  /** Asked before anything is stored: these, and all who work below them, are kept out. Empty: nobody. */
  @ApiProperty({ type: NamedBody, isArray: true })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => NamedBody)
  named: NamedBody[];
  @ApiProperty({ enum: ['online', 'in-person'], required: false })
  @IsOptional()
  @IsIn(['online', 'in-person'])
  tellBy?: 'online' | 'in-person';
  @ApiProperty({ type: IdentityBody, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => IdentityBody)
  identity?: IdentityBody;
}

@ApiTags('reports')
@Controller('portal/reports')
export class FilingController {
  constructor(
    private readonly desk: ReportDesk,
    private readonly staff: StaffLines,
    private readonly config: Config,
  ) {}

  /** Number and receipt are shown once; whoever has both sees the report, nobody else. @throws unknown-organisation (422) */
  @Post()
  @Public('report.file', { limit: 'file' })
  async file(@Body() body: FileReportBody): Promise<ReportReceipt> {
    const orgId = await this.organisation(body.unitId ?? body.organisationId);
    const {
      description,
      named,
      unitId,
      evidence = '',
      reportForm = 'written',
      tellBy = 'online',
      identity = {},
    } = body;
    return this.desk.file({
      orgId,
      unitId: unitId ?? null,
      reportForm,
      description,
      evidence,
      tellBy,
      named,
      identity: { ...identity },
    });
  }

  private async organisation(id = this.config.defaultOrganisation): Promise<string> {
    const orgId = await this.staff.organisationOf(id);
    if (orgId) return orgId;
    const errors = [{ field: 'organisationId', code: 'unknown-organisation' }];
    throw new Problem('unknown-organisation', 'rejected', { errors });
  }
}
