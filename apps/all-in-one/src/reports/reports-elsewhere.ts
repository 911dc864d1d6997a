import { Injectable, Module } from '@nestjs/common';
import { Readiness } from '@huiying/platform';

/** Says in `/health/ready` that reports have a process of their own. */
@Injectable()
class ReportsElsewhere {
  constructor(readiness: Readiness) {
    readiness.register('employee-reports', () => ({ ok: true, detail: 'separate process' }));
  }
}

/** In production employee reports never run in the process of everything else: their routes are not there (access.md §5, §9). */
@Module({ providers: [ReportsElsewhere] })
export class ReportsElsewhereModule {}
