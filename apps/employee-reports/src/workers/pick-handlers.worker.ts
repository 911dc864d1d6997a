import type { OutputOf } from '@huiying/contracts';
import { BpmnError, type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { ReportAudit } from '../audit/report-audit.js';
import { HandlerChoice } from '../people/handler-choice.js';
import { Handlers } from '../people/handlers.js';
import { Reports } from '../record/reports.js';

type Output = OutputOf<'employee-reports.pick-handlers'>;

/** 确定经办人 (R05.7, R05.8): persons by decision `report-handlers`, unit by unit upwards; the engine gets pseudonyms. */
@ZeebeWorker('employee-reports.pick-handlers')
export class PickHandlersWorker implements JobHandler<'employee-reports.pick-handlers'> {
  constructor(
    private readonly reports: Reports,
    private readonly choice: HandlerChoice,
    private readonly handlers: Handlers,
    private readonly audit: ReportAudit,
  ) {}

  async handle(job: JobOf<'employee-reports.pick-handlers'>, { manager }: JobContext): Promise<Output | BpmnError> {
    const { subjectNo } = job.variables;
    const { content } = await this.reports.demand(manager, subjectNo, true);
    const exclusion = await this.choice.exclusion(content);
    const custodian = await this.choice.next(content, 'report-custodian', exclusion);
    const hr = await this.choice.next(content, 'hr', exclusion, present(custodian));
    const management = await this.choice.next(content, 'manager', exclusion, present(custodian, hr));
    const picked = custodian && hr && management ? { custodian, hr, management } : undefined;
    await this.audit.record(manager, 'handler.picked', { reportNo: subjectNo, ...(picked ? {} : { reason: 'none' }) });
    if (!picked) return new BpmnError('handlers-conflicted', { allHandlersNamed: true });
    // A written report is nothing for a supervisor to read.
    const supervisor =
      content.reportForm === 'oral'
        ? await this.choice.next(content, 'supervisor', exclusion, Object.values(picked))
        : undefined;
    return {
      supervisor: supervisor ? await this.handlers.name(manager, subjectNo, 'supervisor', supervisor) : null,
      hrHandler: await this.handlers.name(manager, subjectNo, 'hr', picked.hr),
      manager: await this.handlers.name(manager, subjectNo, 'manager', picked.management),
      lead: await this.handlers.name(manager, subjectNo, 'report-custodian', picked.custodian),
    };
  }
}

function present(...persons: (string | undefined)[]): string[] {
  return persons.filter((person): person is string => person !== undefined);
}
