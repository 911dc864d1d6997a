import { Injectable } from '@nestjs/common';
import { EMERGENCY_CAUSE_NAMES } from '@huiying/contracts';
import { factSheet, groupName, NO_RECORD } from '@huiying/forms';
import { Directory } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import type { EntityManager } from 'typeorm';
import { EntryBook } from '../measures/entry-book.js';
import { ReleaseBook } from '../releases/release-book.js';
import type { Response } from '../responses/response.entity.js';
import { ResponseBook } from '../responses/response-book.js';
import { type Team, TeamBook } from '../team/team-book.js';
import { entryLine, eventText, releaseText } from './response-text.js';

/** The read-only fields of a response's forms: what happened, who was told, the plan, how the branches stand. */
@Injectable()
export class ResponseScreens {
  constructor(
    private readonly cases: CaseFacts,
    private readonly responses: ResponseBook,
    private readonly teams: TeamBook,
    private readonly entries: EntryBook,
    private readonly releases: ReleaseBook,
    private readonly directory: Directory,
  ) {}

  async facts(caseNo: string): Promise<{ facts: string }> {
    const [now, registration] = await Promise.all([this.cases.now(caseNo), this.cases.registration(caseNo)]);
    return { facts: eventText(now, registration) };
  }

  async alerted(manager: EntityManager, caseNo: string): Promise<{ alerted: string }> {
    const response = await this.responses.latest(manager, caseNo);
    if (!response) return { alerted: NO_RECORD };
    const rows = await manager.query<{ role: string; personId: string }[]>(
      `SELECT role, person_id AS "personId" FROM alerted_member WHERE case_no = $1 AND n = $2 ORDER BY role, person_id`,
      [caseNo, response.n],
    );
    const people = new Map((await this.directory.persons(rows.map((row) => row.personId))).map((one) => [one.id, one]));
    const told = rows.map(({ role, personId }) => `${groupName(role)} ${people.get(personId)?.name ?? personId}`);
    return {
      alerted: factSheet(['启动原因', EMERGENCY_CAUSE_NAMES[response.because].zh], ['已通知', told.join('、')]),
    };
  }

  /** What happened, the plan, and how the branches stand. */
  async course(manager: EntityManager, caseNo: string): Promise<{ facts: string; plan: string; progress: string }> {
    return {
      ...(await this.facts(caseNo)),
      ...(await this.plan(manager, caseNo)),
      ...(await this.progress(manager, caseNo)),
    };
  }

  /** Who does what in the team, its plan, the orders of the leading group, and what it said of the round before. */
  async plan(manager: EntityManager, caseNo: string): Promise<{ plan: string }> {
    const response = await this.responses.latest(manager, caseNo);
    const team = response && (await this.teams.find(manager, response));
    if (!response || !team) return { plan: NO_RECORD };
    const entries = await this.entries.all(manager, response);
    const orders = entries.filter(({ kind }) => kind === 'directive');
    const assessed = entries.findLast(({ kind }) => kind === 'assessment');
    return {
      plan: factSheet(
        ...(await this.teamLines(team)),
        ['处置方案', team.plan],
        ['指令', orders.map(({ said }) => said['directive']).join('；')],
        ['上一轮评估', assessed?.said['summary'] ?? null],
      ),
    };
  }

  private async teamLines({ siteLead, members, monitorLead, spokesperson, departments }: Team) {
    const ids = [siteLead, ...members.map(({ personId }) => personId)];
    const people = new Map((await this.directory.persons(ids)).map(({ id, name }) => [id, name]));
    const name = (id: string) => people.get(id) ?? id;
    const listed = members.map(({ personId, duty }) => (duty ? `${name(personId)}（${duty}）` : name(personId)));
    const found: [string, string][] = [
      ['现场负责人', name(siteLead)],
      ['成员', listed.join('、')],
      ['监控负责人', groupName(monitorLead)],
      ['舆论负责人', groupName(spokesperson)],
      ['涉及部门', departments.map(groupName).join('、')],
    ];
    return found;
  }

  /** What the branches did, this round and before. */
  async progress(manager: EntityManager, caseNo: string): Promise<{ progress: string }> {
    const response = await this.responses.latest(manager, caseNo);
    if (!response) return { progress: NO_RECORD };
    const entries = await this.entries.all(manager, response);
    const parts = [...entries.map(entryLine), await this.releasesOf(manager, response)].filter((part) => part !== '');
    return { progress: parts.join('\n') || NO_RECORD };
  }

  async published(manager: EntityManager, caseNo: string): Promise<{ published: string }> {
    const response = await this.responses.latest(manager, caseNo);
    return { published: (response && (await this.releasesOf(manager, response))) || NO_RECORD };
  }

  department(group: string | undefined): { department?: string } {
    return group ? { department: groupName(group) } : {};
  }

  private async releasesOf(manager: EntityManager, response: Response): Promise<string> {
    return (await this.releases.all(manager, response)).map(releaseText).join('\n');
  }
}
