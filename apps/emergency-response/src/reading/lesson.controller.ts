import { Controller, Get, Param } from '@nestjs/common';
import type { InternalEmergencyLesson } from '@huiying/contracts';
import { found, ServiceOnly } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { EntryBook } from '../measures/entry-book.js';
import { ResponseBook } from '../responses/response-book.js';

/** What a response taught, for the service that revises the plan (R08.9). */
@Controller('internal/emergencies')
export class LessonController {
  constructor(
    private readonly responses: ResponseBook,
    private readonly entries: EntryBook,
    private readonly database: DataSource,
  ) {}

  /** @throws Problem `emergency-unknown` (missing) where no response of the case asked for a revision */
  @Get(':caseNo/lesson')
  @ServiceOnly()
  async read(@Param('caseNo') caseNo: string): Promise<InternalEmergencyLesson> {
    const { manager } = this.database;
    const response = found(await this.responses.revising(manager, caseNo), 'emergency-unknown', { caseNo });
    const assessed = (await this.entries.all(manager, response)).findLast(({ kind }) => kind === 'assessment');
    return { caseNo, summary: assessed?.said['summary'] ?? '' };
  }
}
