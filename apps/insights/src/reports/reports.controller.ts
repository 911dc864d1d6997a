import { Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { REPORT_IDS, type ReportList, type ReportView } from '@huiying/contracts';
import { AccessList, Caller, staff, type Subject } from '@huiying/platform';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { ReportListService } from './report-list.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

class ReportsQuery {
  @IsOptional() @IsIn(REPORT_IDS) reportId?: string;
  /** `next` of the page before. */
  @IsOptional() @Matches(/^\d{1,18}$/) cursor?: string;
  /** true: only what was delivered to the caller and not opened yet. */
  @IsOptional() @IsIn(['true', 'false']) unread?: string;
}

/** The archive of periodic reports: what was delivered, as it was delivered (R07.9, R07.11, R09.8, R12.5). */
@ApiTags('insights')
@Controller('insights/reports')
export class ReportsController {
  constructor(private readonly reports: ReportListService) {}

  @Get()
  @AccessList('insights.report')
  list(@Query() query: ReportsQuery, @Caller() caller: Subject): Promise<ReportList> {
    const { unread, ...more } = query;
    return this.reports.list(staff(caller), { ...more, unread: unread === 'true' });
  }

  @Get(':reportNo/report.xlsx')
  @ApiProduces(XLSX)
  @Header('cache-control', 'no-store')
  @AccessList('insights.report')
  async xlsx(@Param('reportNo') reportNo: string, @Caller() caller: Subject): Promise<StreamableFile> {
    return fileOf(await this.reports.file(staff(caller), reportNo, 'xlsx'), XLSX, `${nameOf(reportNo)}.xlsx`);
  }

  @Get(':reportNo/report.pdf')
  @ApiProduces('application/pdf')
  @Header('cache-control', 'no-store')
  @AccessList('insights.report')
  async pdf(@Param('reportNo') reportNo: string, @Caller() caller: Subject): Promise<StreamableFile> {
    return fileOf(
      await this.reports.file(staff(caller), reportNo, 'pdf'),
      'application/pdf',
      `${nameOf(reportNo)}.pdf`,
    );
  }

  /** Whoever opened a report is not told of it again. */
  @Post(':reportNo/reading')
  @HttpCode(204)
  @AccessList('insights.report')
  opened(@Param('reportNo') reportNo: string, @Caller() caller: Subject): Promise<void> {
    return this.reports.opened(staff(caller), reportNo);
  }

  @Get(':reportNo')
  @AccessList('insights.report')
  read(@Param('reportNo') reportNo: string, @Caller() caller: Subject): Promise<ReportView> {
    return this.reports.view(staff(caller), reportNo);
  }
}

function fileOf(bytes: Buffer, type: string, name: string): StreamableFile {
  return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"`, length: bytes.length });
}

/** A colon is no character of a file's name everywhere. */
function nameOf(reportNo: string): string {
  return reportNo.replaceAll(':', '_');
}
