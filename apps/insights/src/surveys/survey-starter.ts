import { Injectable } from '@nestjs/common';
import type { SurveyInput, SurveyStarted } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock, Directory, Problem, type StaffSubject } from '@huiying/platform';
import { OwnNumbers, PostTable } from '@huiying/service';
import { addDays, dayOf, isDay } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { InsightScope } from '../figures/insight-scope.js';

const DAYS_BACK = 365;

/** Starts a survey by hand: its number, and the start message of its process in one transaction. */
@Injectable()
export class SurveyStarter {
  constructor(
    private readonly database: DataSource,
    private readonly scope: InsightScope,
    private readonly directory: Directory,
    private readonly numbers: OwnNumbers,
    private readonly posts: PostTable,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found` for a unit that is not below the caller's, `invalid-fields` for days that are none or out of order */
  async start(person: StaffSubject, { unitId, from, until }: SurveyInput): Promise<SurveyStarted> {
    const unit = await this.scope.unitFor(person, unitId);
    const organisation = await this.directory.organisation(unit);
    if (!organisation) throw new Problem('not-found', 'missing');
    const today = dayOf(this.clock.now());
    const periodUntil = until ?? today;
    const periodFrom = from ?? addDays(today, 1 - DAYS_BACK);
    const wrong = [
      ...(isDay(periodFrom) ? [] : [{ field: 'from', code: 'not-accepted-format' }]),
      ...(isDay(periodUntil) && periodUntil >= periodFrom ? [] : [{ field: 'until', code: 'not-accepted-format' }]),
    ];
    if (wrong.length > 0) throw new Problem('invalid-fields', 'rejected', { errors: wrong });
    return this.database.transaction(async (manager) => {
      const surveyNo = await this.numbers.next(manager, 'DC', organisation.id);
      await this.outbox.message(manager, {
        name: 'start-satisfaction-survey',
        correlationKey: surveyNo,
        startsProcess: 'satisfaction-survey',
        variables: {
          subjectNo: surveyNo,
          orgId: organisation.id,
          orgType: organisation.orgType,
          posts: this.posts.of(organisation.orgType),
          unitId: unit,
          period: today,
          periodFrom,
          periodUntil,
        },
      });
      return { surveyNo };
    });
  }
}
