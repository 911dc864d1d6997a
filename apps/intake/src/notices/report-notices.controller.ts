import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { ReportNoticeInput } from '@huiying/contracts';
import { ServiceOnly } from '@huiying/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsString, Length, ValidateNested } from 'class-validator';
import { ReportNotices } from './report-notices.service.js';

class RecipientBody {
  @IsString() @Length(1, 64) role: string;
  @IsString() @Length(1, 64) unitId: string;
}

class ReportNoticeBody implements ReportNoticeInput {
  @IsString() @Length(1, 64) reportNo: string;
  @IsString() @Length(1, 200) title: string;
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => RecipientBody)
  recipients: RecipientBody[];
}

/** Insights delivers reports; letters leave the house from here (R07.9, R09.8, R10.9). */
@Controller('internal/report-notices')
export class ReportNoticesController {
  constructor(private readonly notices: ReportNotices) {}

  @Post()
  @HttpCode(204)
  @ServiceOnly()
  announce(@Body() body: ReportNoticeBody): Promise<void> {
    return this.notices.announce(body);
  }
}
