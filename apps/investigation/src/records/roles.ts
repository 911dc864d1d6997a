import { Injectable } from '@nestjs/common';
import { ROLES } from '@huiying/contracts';
import type { Answers } from './answers.js';

/** Groups that are no roles: the tasklist resolves them to the head of a unit of the case (processes.md §1). */
const UNIT_GROUPS = ['respondent-unit', 'agreement-party'];

@Injectable()
export class Roles {
  private readonly groups = new Set<string>([...ROLES, ...UNIT_GROUPS]);

  /** The group that a field names; refused on the form where there is none of that id. */
  known(answers: Answers, key: string): string {
    const group = answers.text(key);
    if (group !== '' && !this.groups.has(group)) answers.refuse(key, 'unknown-role');
    return group;
  }

  allKnown(answers: Answers, key: string): string[] {
    const groups = answers.codes(key);
    if (groups.some((group) => !this.groups.has(group))) answers.refuse(key, 'unknown-role');
    return groups;
  }
}
