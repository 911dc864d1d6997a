import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import type { CaseActionDone, CaseLinks, LinkInput, LinkPreview } from '@huiying/contracts';
import { Access, Caller, staff, type Subject } from '@huiying/platform';
import { LinksService } from './links.service.js';

class LinkBody implements LinkInput {
  @ApiProperty({ maxLength: 64 }) @IsString() @Length(1, 64) masterNo: string;
  @ApiProperty({ required: false }) @IsOptional() @IsBoolean() sameHousehold?: boolean;
}

class PreviewQuery {
  @ApiProperty({ maxLength: 64 }) @IsString() @Length(1, 64) masterNo: string;
}

@ApiTags('cases')
@Controller('cases/:caseNo/links')
export class LinksController {
  constructor(private readonly links: LinksService) {}

  @Get()
  @Access('case.read', { on: 'case', id: 'param:caseNo' })
  read(@Param('caseNo') caseNo: string): Promise<CaseLinks> {
    return this.links.read(caseNo);
  }

  @Get('preview')
  @Access('case.link', { on: 'case', id: 'param:caseNo' })
  preview(@Param('caseNo') caseNo: string, @Query() { masterNo }: PreviewQuery): Promise<LinkPreview> {
    return this.links.preview(caseNo, masterNo);
  }

  @Post()
  @HttpCode(200)
  @Access('case.link', { on: 'case', id: 'param:caseNo' })
  link(@Param('caseNo') caseNo: string, @Body() body: LinkBody, @Caller() caller: Subject): Promise<CaseActionDone> {
    return this.links.link(caseNo, body, staff(caller));
  }

  @Delete()
  @Access('case.link', { on: 'case', id: 'param:caseNo' })
  unlink(@Param('caseNo') caseNo: string, @Body() body: LinkBody, @Caller() caller: Subject): Promise<CaseActionDone> {
    return this.links.unlink(caseNo, body, staff(caller));
  }
}
