import { Injectable } from '@nestjs/common';
import type { InternalCase, NamedValue, TaskOutcome } from '@huiying/contracts';
import type { Answers } from '@huiying/forms';
import { Directory, type Person } from '@huiying/platform';
import { ProjectService } from '../project/project.service.js';

/** Who surveys for the property service centre (R02.3). */
const TECHNICIANS = ['service-centre-engineering', 'service-centre', 'service-centre-head'];

/** Two fields of a form: people whom the directory knows, chosen, and any other, typed. */
interface PeopleFields {
  known: string;
  other: string;
}

/**
 * Who goes to the site. Builders and service centres send people whom the directory need not know, so a form offers those of the post and
 * takes others in words; what is kept are names, for people to read.
 */
@Injectable()
export class OnSitePeople {
  constructor(
    private readonly directory: Directory,
    private readonly projects: ProjectService,
  ) {}

  async technicians({ orgId }: InternalCase): Promise<NamedValue[]> {
    const found = await Promise.all(TECHNICIANS.map((role) => this.directory.holdersIn(role, orgId)));
    return optionsOf(found.flat());
  }

  /** Holders of the post at the company that builds the project; none where nobody holds it. */
  async holders(role: string, { orgId, project: name, building }: InternalCase): Promise<NamedValue[]> {
    const project = name === null ? undefined : await this.projects.find(name, building);
    const found = await this.directory.lookUpRole(role, { orgId, ...(project && { project }) });
    return found.fallback ? [] : optionsOf(found.holders);
  }

  /** Refuses where nobody is named, or somebody who was not offered. */
  check(answers: Answers, { known, other }: PeopleFields, offered: readonly NamedValue[]): void {
    const ids = idsOf(answers.raw(known));
    if (ids.length === 0 && answers.text(other) === '') answers.refuse(known, 'required');
    if (ids.some((id) => !offered.some(({ value }) => value === id))) answers.refuse(known, 'unknown-person');
  }

  /** The outcome as it is kept: in the place of ids the names as they are now, with the others behind them. */
  async written(outcome: TaskOutcome, { known, other }: PeopleFields): Promise<TaskOutcome> {
    const { [known]: chosen, [other]: more, ...data } = outcome.data;
    const ids = idsOf(chosen);
    const names = new Map((await this.directory.persons(ids)).map(({ id, name }) => [id, name]));
    const text = [...ids.map((id) => names.get(id) ?? id), typeof more === 'string' ? more.trim() : ''];
    return { ...outcome, data: { ...data, [known]: text.filter(Boolean).join('、') } };
  }
}

function idsOf(value: unknown): string[] {
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  return values.filter((one): one is string => typeof one === 'string' && one !== '');
}

function optionsOf(people: readonly Person[]): NamedValue[] {
  return [...new Map(people.map(({ id, name }) => [id, { value: id, label: name }])).values()];
}
