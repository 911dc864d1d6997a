import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger } from '@huiying/platform';
import { PublishedModels } from '@huiying/zeebe';
import { CalendarAdmin } from './calendar-admin.service.js';

/** R09.9: office hours that were changed as parameters make a new calendar, and running limits are computed anew. */
@Injectable()
export class OfficeHoursFollower implements OnApplicationBootstrap {
  constructor(
    private readonly admin: CalendarAdmin,
    private readonly models: PublishedModels,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.models.whenChanged(() => this.admin.takeUpOfficeHours());
    // What was changed while nobody listened; a first start finds no decision yet and is told of its deployment.
    this.admin.takeUpOfficeHours().catch((error: unknown) => this.log.error('office-hours.not-taken-up', {}, error));
  }
}
