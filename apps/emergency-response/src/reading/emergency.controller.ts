import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { EmergencyList, EmergencyView } from '@huiying/contracts';
import { Access, AccessList, Caller, type Subject } from '@huiying/platform';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type EmergencyFilter, EmergencyLists } from './emergency-list.js';
import { EmergencyReader } from './emergency-reader.js';

class EmergencyQuery implements EmergencyFilter {
  @ApiProperty({ enum: ['running', 'closed'], required: false })
  @IsOptional()
  @IsIn(['running', 'closed'])
  state?: 'running' | 'closed';
  @ApiProperty({ maxLength: 200, required: false }) @IsOptional() @IsString() @MaxLength(200) cursor?: string;
}

@ApiTags('emergency')
@Controller('emergency')
export class EmergencyController {
  constructor(
    private readonly reader: EmergencyReader,
    private readonly lists: EmergencyLists,
  ) {}

  @Get()
  @AccessList('emergency.read')
  list(@Query() query: EmergencyQuery, @Caller() caller: Subject): Promise<EmergencyList> {
    return this.lists.list(query, caller);
  }

  /** The newest response of the case: who was told, the team, every measure with its time, what was published. */
  @Get(':caseNo')
  @Access('emergency.read', { on: 'case', id: 'param:caseNo' })
  read(@Param('caseNo') caseNo: string): Promise<EmergencyView> {
    return this.reader.read(caseNo);
  }
}
