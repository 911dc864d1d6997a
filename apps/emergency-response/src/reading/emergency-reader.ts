import { Injectable } from '@nestjs/common';
import type { EmergencyView, PersonRef } from '@huiying/contracts';
import { Directory, found } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { EntryBook } from '../measures/entry-book.js';
import { ReleaseBook } from '../releases/release-book.js';
import { ResponseBook } from '../responses/response-book.js';
import { TeamBook } from '../team/team-book.js';

interface Alerted {
  role: string;
  personId: string;
  at: Date;
}

/** A response with all that belongs to it. */
@Injectable()
export class EmergencyReader {
  constructor(
    private readonly database: DataSource,
    private readonly responses: ResponseBook,
    private readonly teams: TeamBook,
    private readonly entries: EntryBook,
    private readonly releases: ReleaseBook,
    private readonly directory: Directory,
  ) {}

  /** @throws Problem `emergency-unknown` (404) where the case never had one */
  async read(caseNo: string): Promise<EmergencyView> {
    const { manager } = this.database;
    const response = found(await this.responses.latest(manager, caseNo), 'emergency-unknown');
    const [team, entries, releases] = await Promise.all([
      this.teams.find(manager, response),
      this.entries.all(manager, response),
      this.releases.all(manager, response),
    ]);
    const alerted = await manager.query<Alerted[]>(
      `SELECT role, person_id AS "personId", at FROM alerted_member WHERE case_no = $1 AND n = $2 ORDER BY role, person_id`,
      [caseNo, response.n],
    );
    const ref = await this.names([
      ...alerted.map(({ personId }) => personId),
      ...(team ? [team.siteLead, team.formedBy, ...team.members.map(({ personId }) => personId)] : []),
      ...entries.map(({ personId }) => personId),
      ...releases.flatMap(({ draftedBy, approvedBy }) => [draftedBy, approvedBy]),
    ]);
    return {
      caseNo,
      orgId: response.orgId,
      orgType: response.orgType,
      n: response.n,
      projectType: response.projectType,
      because: response.because,
      reason: response.reason,
      startedAt: toLocalIso(response.startedAt),
      round: response.round,
      closedAt: response.closedAt && toLocalIso(response.closedAt),
      result: response.result,
      revise: response.revise,
      siteLead: team ? ref(team.siteLead) : null,
      alerted: alerted.map(({ role, personId, at }) => ({ role, person: ref(personId), at: toLocalIso(at) })),
      team: team
        ? {
            members: team.members.map(({ personId, duty }) => ({ person: ref(personId), duty })),
            monitorLead: team.monitorLead,
            spokesperson: team.spokesperson,
            departments: team.departments,
            plan: team.plan,
            formedBy: ref(team.formedBy),
            formedAt: toLocalIso(team.formedAt),
          }
        : null,
      measures: entries.map(({ personId, happenedAt, recordedAt, ...entry }) => ({
        ...entry,
        person: ref(personId),
        happenedAt: toLocalIso(happenedAt),
        recordedAt: toLocalIso(recordedAt),
      })),
      releases: releases.map(({ draftedBy, approvedBy, publishedAt, ...release }) => ({
        ...release,
        draftedBy: ref(draftedBy),
        approvedBy: ref(approvedBy),
        publishedAt: toLocalIso(publishedAt),
      })),
    };
  }

  private async names(ids: string[]): Promise<(id: string) => PersonRef> {
    const people = new Map((await this.directory.persons([...new Set(ids)])).map(({ id, name }) => [id, name]));
    return (id) => ({ id, name: people.get(id) ?? id });
  }
}
