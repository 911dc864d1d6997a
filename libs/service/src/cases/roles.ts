import { Injectable } from '@nestjs/common';
import { isGroup } from '@huiying/contracts';
import type { Answers } from '@huiying/forms';
import { defineProblems } from '@huiying/platform';

defineProblems({ 'unknown-role': { zh: '没有这个部门或岗位', en: 'There is no such department or post' } });

@Injectable()
export class Roles {
  /** The group that a field names; refused on the form where there is none of that id. */
  known(answers: Answers, key: string): string {
    const group = answers.text(key);
    if (group !== '' && !isGroup(group)) answers.refuse(key, 'unknown-role');
    return group;
  }

  allKnown(answers: Answers, key: string): string[] {
    const groups = answers.codes(key);
    if (groups.some((group) => !isGroup(group))) answers.refuse(key, 'unknown-role');
    return groups;
  }
}
