import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RankingList } from '@huiying/contracts';
import { Access, Caller, staff, type Subject } from '@huiying/platform';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { RankingListService } from './ranking-list.service.js';

class RankingQuery {
  @IsOptional() @IsString() @MaxLength(64) regionId?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(2000) @Max(9999) year?: number;
}

@ApiTags('rankings')
@Controller('rankings')
export class RankingsController {
  constructor(private readonly rankings: RankingListService) {}

  @Get()
  @Access('ranking.list')
  list(@Query() query: RankingQuery, @Caller() caller: Subject): Promise<RankingList> {
    return this.rankings.list(query, staff(caller));
  }
}
