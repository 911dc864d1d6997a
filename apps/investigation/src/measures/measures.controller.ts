import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { MeasuresInput, MeasuresProposed } from '@huiying/contracts';
import { Clock, Problem, ServiceOnly } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { ArrayMaxSize, IsArray, IsObject, IsOptional, IsString, Length } from 'class-validator';
import { DataSource } from 'typeorm';
import { MOST_LINES, readMeasures, refOf } from './measure.js';
import { MeasureBook } from './measure-book.js';

class MeasuresBody implements MeasuresInput {
  @IsString() @Length(1, 64) subjectNo: string;
  @IsOptional() @IsString() @Length(1, 64) caseNo?: string;
  @IsString() @Length(1, 64) orgId: string;
  @IsString() @Length(1, 64) taskId: string;
  /** One more than the rules allow, so that the form is told by its own words. */
  @IsArray() @ArrayMaxSize(MOST_LINES + 1) @IsObject({ each: true }) lines: Record<string, unknown>[];
}

/** 措施列表 of forms that other services own: measures have one book, whatever they belong to. */
@Controller('internal/measures')
export class MeasuresController {
  constructor(
    private readonly measures: MeasureBook,
    private readonly clock: Clock,
    private readonly database: DataSource,
  ) {}

  @Post()
  @HttpCode(200)
  @ServiceOnly()
  async propose(@Body() { subjectNo, caseNo, orgId, taskId, lines }: MeasuresBody): Promise<MeasuresProposed> {
    const read = readMeasures(lines, dayOf(this.clock.now()));
    if ('errors' in read) throw new Problem('form-refused', 'rejected', { errors: read.errors });
    const subject = { subjectNo, caseNo: caseNo ?? null, orgId };
    const proposed = await this.database.transaction((manager) =>
      this.measures.propose(manager, subject, taskId, read.lines, lines.map(orgIdOf)),
    );
    return { measures: proposed.map(refOf) };
  }
}

/** The asking service names the organisation of a line; never a person, whose answers are read by `readMeasures` alone. */
function orgIdOf({ orgId }: Record<string, unknown>): string | undefined {
  return typeof orgId === 'string' && orgId.length <= 64 ? orgId : undefined;
}
