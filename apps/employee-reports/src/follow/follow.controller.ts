import { Body, Controller, Get, Headers, HttpCode, Param, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiProperty, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { FollowedReport } from '@huiying/contracts';
import { Problem, Public } from '@huiying/platform';
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
import { memoryStorage } from 'multer';
import { MAX_FILE_BYTES } from '../evidence/cleaned-file.js';
import { NamedBody } from '../filing/filing.controller.js';
import { evenly } from './even-answer.js';
import { ReportFollow } from './report-follow.js';

const UPLOAD = { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 1, parts: 3, headerPairs: 50 } };
const FILE = {
  schema: {
    type: 'object' as const,
    required: ['file'],
    properties: { file: { type: 'string', format: 'binary' }, asItIs: { type: 'string', enum: ['true'] } },
  },
};

class ReportMessageBody {
  @ApiProperty({ minLength: 1, maxLength: 10_000 }) @IsString() @MinLength(1) @MaxLength(10_000) text: string;
  /** A name that comes later: handlers are looked at again at once. */
  @ApiProperty({ type: NamedBody, isArray: true, required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => NamedBody)
  named?: NamedBody[];
}

/** Beside the file: whether it is kept as it was sent. */
class AttachmentBody {
  @ApiProperty({ enum: ['true'], required: false }) @IsOptional() @IsIn(['true']) asItIs?: 'true';
}

/**
 * A report under its number and receipt (header `X-Tracking-Code`). Wrong number, wrong receipt and closed are one answer: same status,
 * same size, not before 300 ms.
 */
@ApiTags('reports')
@ApiSecurity('tracking-code')
@Controller('portal/reports/:no')
export class FollowController {
  constructor(private readonly follow: ReportFollow) {}

  @Get()
  @Public('report.follow', { limit: 'look' })
  read(@Param('no') no: string, @Headers('x-tracking-code') code?: string): Promise<FollowedReport> {
    return evenly(() => this.follow.read(no, code ?? ''));
  }

  @Post('messages')
  @HttpCode(200)
  @Public('report.follow', { limit: 'upload' })
  say(
    @Param('no') no: string,
    @Body() body: ReportMessageBody,
    @Headers('x-tracking-code') code?: string,
  ): Promise<FollowedReport> {
    return evenly(() => this.follow.say(no, code ?? '', body));
  }

  @Post('attachments')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @UseInterceptors(FileInterceptor('file', { ...UPLOAD, storage: memoryStorage() }))
  @Public('report.follow', { limit: 'upload' })
  attach(
    @Param('no') no: string,
    @UploadedFile() file: { buffer: Buffer } | undefined,
    @Body() { asItIs }: AttachmentBody,
    @Headers('x-tracking-code') code?: string,
  ): Promise<FollowedReport> {
    const content = file?.buffer;
    if (!content)
      throw new Problem('file-required', 'rejected', { errors: [{ field: 'file', code: 'file-required' }] });
    return evenly(() => this.follow.attach(no, code ?? '', content, asItIs === 'true'));
  }
}
