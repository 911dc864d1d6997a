import { Injectable } from '@nestjs/common';
import type { NamedInReport } from '@huiying/contracts';
import { Clock } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { ReportAudit } from '../audit/report-audit.js';
import type { Report } from '../record/report.js';
import { Reports } from '../record/reports.js';
import { HandlerChoice } from './handler-choice.js';
import { Handlers, type Handler } from './handlers.js';
import { StaffLines } from './staff-lines.js';

/** Whom a report names, in ids where the directory knows them, in words where it does not. */
export interface Naming {
  namedIds: string[];
  namedTexts: string[];
}

/** Named persons are kept out; a name that comes later closes pages at once and gives the part to somebody else (R05.7). */
@Injectable()
export class NamedPersons {
  constructor(
    private readonly staff: StaffLines,
    private readonly choice: HandlerChoice,
    private readonly handlers: Handlers,
    private readonly reports: Reports,
    private readonly audit: ReportAudit,
    private readonly clock: Clock,
  ) {}

  async read(named: readonly NamedInReport[]): Promise<Naming> {
    const namedIds = new Set<string>();
    const namedTexts: string[] = [];
    for (const one of named) {
      const ids = await this.staff.meant(one);
      for (const id of ids) namedIds.add(id);
      if (ids.length === 0) namedTexts.push([one.unit, one.name ?? one.personId].filter(Boolean).join(' '));
    }
    return { namedIds: [...namedIds], namedTexts };
  }

  /** In the caller's transaction, on the locked report. @param by person id of a handler; undefined: the reporter */
  async add(manager: EntityManager, report: Report, named: readonly NamedInReport[], by?: string): Promise<void> {
    const { reportNo, content } = report;
    const more = await this.read(named);
    const changed = {
      ...content,
      namedIds: [...new Set([...content.namedIds, ...more.namedIds])],
      namedTexts: [...new Set([...content.namedTexts, ...more.namedTexts])],
    };
    await this.reports.change(manager, reportNo, changed);
    await this.reports.append(manager, reportNo, 'named', { ...more }, this.clock.now());
    await this.audit.record(manager, 'report.named', { reportNo, ...(by ? { personId: by } : {}) });
    // Who was named although everybody works below somebody keeps the part, unless they are named themselves now.
    const { everybody } = await this.choice.exclusion(content);
    await this.recheck(manager, { ...report, content: changed }, everybody);
  }

  /**
   * Nobody who is named, works below somebody named, or left keeps a part.
   * @param byHand whoever may be named by hand keeps it as well
   */
  async recheck(manager: EntityManager, report: Report, byHand: boolean): Promise<void> {
    const exclusion = await this.choice.exclusion(report.content);
    for (const handler of await this.handlers.of(manager, report.reportNo)) {
      const { personId, part } = handler;
      const stays =
        part === 'group-centre'
          ? (await this.choice.centre(report.content, exclusion)).includes(personId)
          : byHand
            ? await this.choice.mayBeNamed(personId, part, exclusion)
            : await this.choice.mayHave(personId, part, exclusion);
      if (!stays) await this.replace(manager, report, handler);
    }
  }

  /**
   * The next person has the part under the same pseudonym, so that no task moves in the engine. Where nobody is left the members of the
   * group centre stand in. @returns false where there is no other, and the handler keeps the part (only if they may)
   */
  async replace(manager: EntityManager, report: Report, handler: Handler, mayKeep = false): Promise<boolean> {
    const { reportNo, content } = report;
    const exclusion = await this.choice.exclusion(content);
    const before = await this.handlers.everOf(manager, reportNo, handler.pseudonym);
    const next = await this.nextOf(content, handler, exclusion, before);
    if (next.length === 0 && mayKeep) return false;
    await this.handlers.end(manager, handler.id);
    for (const personId of next) await this.handlers.name(manager, reportNo, handler.part, personId, handler.pseudonym);
    await this.audit.record(manager, 'handler.replaced', {
      reportNo,
      personId: handler.personId,
      reason: handler.part,
    });
    return next.length > 0;
  }

  private async nextOf(
    content: Report['content'],
    { part }: Handler,
    exclusion: Awaited<ReturnType<HandlerChoice['exclusion']>>,
    before: readonly string[],
  ): Promise<string[]> {
    // Who was named by the management is followed by the next of the management's own line: the report-custodian keeps the case.
    const line = part === 'lead' || part === 'investigator' ? 'report-custodian' : part;
    if (line !== 'group-centre') {
      const next = await this.choice.next(content, line, exclusion, before);
      if (next !== undefined) return [next];
    }
    return (await this.choice.centre(content, exclusion)).filter((personId) => !before.includes(personId));
  }
}
