import { Body, Controller, Get, HttpCode, Param, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { memoryStorage } from 'multer';
import {
  REVIEW_ROUTES,
  type AppealInput,
  type FollowedCase,
  type PortalReceipt,
  type RatingInput,
  type RenewedCode,
  type SupplementInput,
  type WithdrawalInput,
} from '@huiying/contracts';
import { Access } from '@huiying/platform';
import { FILE_BODY, fileOf, UPLOAD, type SentForm } from '../attachments/sent-form.js';
import { AnswersService } from './answers.service.js';
import { FollowService } from './follow.service.js';

const uploads = { type: String, isArray: true, required: false };

class SupplementBody implements SupplementInput {
  @ApiProperty({ maxLength: 10_000, required: false }) @IsOptional() @IsString() @MaxLength(10_000) text?: string;
  @ApiProperty({ maxLength: 500, required: false }) @IsOptional() @IsString() @MaxLength(500) unavailable?: string;
  @ApiProperty(uploads) @IsOptional() @IsArray() @ArrayMaxSize(20) @IsUUID('all', { each: true }) uploads?: string[];
}

class RatingBody implements RatingInput {
  @ApiProperty({ minimum: 1, maximum: 5 }) @IsInt() @Min(1) @Max(5) score: number;
  @ApiProperty({ maxLength: 500, required: false }) @IsOptional() @IsString() @MaxLength(500) comment?: string;
}

class AppealBody implements AppealInput {
  @ApiProperty({ minLength: 1, maxLength: 10_000 }) @IsString() @MinLength(1) @MaxLength(10_000) reason: string;
  @ApiProperty({ enum: REVIEW_ROUTES, required: false }) @IsOptional() @IsIn(REVIEW_ROUTES) route?:
    'review' | 'authority';
  @ApiProperty(uploads) @IsOptional() @IsArray() @ArrayMaxSize(20) @IsUUID('all', { each: true }) uploads?: string[];
}

class WithdrawalBody implements WithdrawalInput {
  @ApiProperty({ maxLength: 500, required: false }) @IsOptional() @IsString() @MaxLength(500) reason?: string;
}

/** The portal of whoever holds number and code: one case, followed and answered (architecture.md §7). */
@ApiTags('portal')
@Controller('portal/complaints/:caseNo')
export class PortalController {
  constructor(
    private readonly following: FollowService,
    private readonly answers: AnswersService,
  ) {}

  @Get()
  @Access('portal.follow', { complainant: 'param:caseNo' })
  follow(@Param('caseNo') caseNo: string): Promise<FollowedCase> {
    return this.following.follow(caseNo);
  }

  @Post('supplements')
  @Access('portal.answer', { complainant: 'param:caseNo' })
  supplement(@Param('caseNo') caseNo: string, @Body() body: SupplementBody): Promise<PortalReceipt> {
    return this.answers.supplement(caseNo, body);
  }

  @Post('attachments')
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE_BODY)
  @UseInterceptors(FileInterceptor('file', { storage: memoryStorage(), ...UPLOAD }))
  @Access('portal.answer', { complainant: 'param:caseNo' })
  attach(@Param('caseNo') caseNo: string, @UploadedFile() file: SentForm | undefined): Promise<PortalReceipt> {
    return this.answers.attach(caseNo, fileOf(file));
  }

  @Post('rating')
  @Access('portal.answer', { complainant: 'param:caseNo' })
  rate(@Param('caseNo') caseNo: string, @Body() body: RatingBody): Promise<PortalReceipt> {
    return this.answers.rate(caseNo, body);
  }

  @Post('appeals')
  @Access('portal.answer', { complainant: 'param:caseNo' })
  appeal(@Param('caseNo') caseNo: string, @Body() body: AppealBody): Promise<PortalReceipt> {
    return this.answers.appeal(caseNo, body);
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Access('portal.answer', { complainant: 'param:caseNo' })
  withdraw(@Param('caseNo') caseNo: string, @Body() body: WithdrawalBody): Promise<PortalReceipt> {
    return this.answers.withdraw(caseNo, body);
  }

  /** The old code dies. */
  @Post('code')
  @HttpCode(200)
  @Access('portal.answer', { complainant: 'param:caseNo' })
  renew(@Param('caseNo') caseNo: string): Promise<RenewedCode> {
    return this.answers.renewCode(caseNo);
  }
}
