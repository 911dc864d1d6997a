import { Injectable } from '@nestjs/common';
import { Readiness } from '@huiying/platform';

/** Says where the reports of employees are, since nobody finds them here (access.md §5). */
@Injectable()
export class SeparateReports {
  constructor(readiness: Readiness) {
    readiness.register('employee-reports', () => ({ ok: true, detail: 'separate process' }));
  }
}
