import { Injectable } from '@nestjs/common';
import type { Answers } from '@huiying/forms';
import { Handlers } from '../people/handlers.js';
import { NamedHandlers } from './named-handlers.js';
import { type FormTask, ReportForm } from './report-form.js';
import { ReportTexts } from './report-texts.js';

/** 集团指定 (R05.7): all of a report's handlers are named in it, so the group centre names others. */
@Injectable()
export class GroupAssignsForm extends ReportForm {
  readonly formId = 'employee-report--group-assigns' as const;

  constructor(
    private readonly texts: ReportTexts,
    private readonly named: NamedHandlers,
    private readonly handlers: Handlers,
  ) {
    super();
  }

  override async prefill(task: FormTask): Promise<Record<string, unknown>> {
    return { matter: await this.texts.matter(task), excluded: await this.named.excluded(task) };
  }

  async decide(answers: Answers, task: FormTask): Promise<Record<string, unknown>> {
    answers.require('lead', 'hrHandler', 'manager', 'custodian');
    const lead = await this.named.read(answers, 'lead', 'lead', task);
    const hr = await this.named.read(answers, 'hrHandler', 'hr', task);
    const manager = await this.named.read(answers, 'manager', 'manager', task);
    const custodian = await this.named.read(answers, 'custodian', 'report-custodian', task);
    if (answers.errors.length > 0) return {};
    const { reportNo } = task.report;
    // From here on the centre reads no more: those whom it named do.
    await this.handlers.endPart(task.manager, reportNo, 'group-centre');
    await this.handlers.name(task.manager, reportNo, 'report-custodian', custodian);
    return {
      lead: await this.handlers.name(task.manager, reportNo, 'lead', lead),
      hrHandler: await this.handlers.name(task.manager, reportNo, 'hr', hr),
      manager: await this.handlers.name(task.manager, reportNo, 'manager', manager),
    };
  }
}

/** 主管即时处理 of an oral report (R05.7): with the task the supervisor's part ends, what comes after is not theirs to read. */
@Injectable()
export class SupervisorHandlesForm extends ReportForm {
  readonly formId = 'employee-report--supervisor-handles' as const;

  constructor(
    private readonly texts: ReportTexts,
    private readonly handlers: Handlers,
  ) {
    super();
  }

  override async prefill(task: FormTask): Promise<Record<string, unknown>> {
    return { matter: await this.texts.matter(task) };
  }

  async decide(answers: Answers, { manager, report }: FormTask): Promise<Record<string, unknown>> {
    answers.require('handling', 'settled');
    if (answers.errors.length === 0) await this.handlers.endPart(manager, report.reportNo, 'supervisor');
    return { settled: answers.flag('settled') === true };
  }
}

/** 初步核实 by HR (R05.7). */
@Injectable()
export class PreliminaryCheckForm extends ReportForm {
  readonly formId = 'employee-report--preliminary-check' as const;

  constructor(private readonly texts: ReportTexts) {
    super();
  }

  override async prefill(task: FormTask): Promise<Record<string, unknown>> {
    return { matter: await this.texts.matter(task), earlier: await this.texts.steps(task, 'supervisor-handles') };
  }

  decide(answers: Answers): Record<string, unknown> {
    answers.require('findings', 'credible');
    return { credible: answers.flag('credible') === true };
  }
}

/** 指定负责人和调查人 (R05.7): nobody named, nobody below them. */
@Injectable()
export class NameLeadForm extends ReportForm {
  readonly formId = 'employee-report--name-lead' as const;

  constructor(
    private readonly texts: ReportTexts,
    private readonly named: NamedHandlers,
    private readonly handlers: Handlers,
  ) {
    super();
  }

  override async prefill(task: FormTask): Promise<Record<string, unknown>> {
    return {
      matter: await this.texts.matter(task),
      check: await this.texts.steps(task, 'preliminary-check'),
      excluded: await this.named.excluded(task),
    };
  }

  async decide(answers: Answers, task: FormTask): Promise<Record<string, unknown>> {
    answers.require('lead', 'investigator');
    const lead = await this.named.read(answers, 'lead', 'lead', task);
    const investigator = await this.named.read(answers, 'investigator', 'investigator', task);
    if (answers.errors.length > 0) return {};
    const { manager, report } = task;
    await this.handlers.endPart(manager, report.reportNo, 'lead', 'investigator');
    if (investigator !== lead) await this.handlers.name(manager, report.reportNo, 'investigator', investigator);
    return { lead: await this.handlers.name(manager, report.reportNo, 'lead', lead) };
  }
}
