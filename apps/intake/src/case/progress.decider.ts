import type { CaseState } from '@huiying/contracts';

/** Elements whose task moves the case (processes.md §2 "set on"); any other task moves nothing. */
const TASK_STATES: Readonly<Record<string, CaseState>> = {
  'mediation/ask-willingness': 'mediating',
  'measure-follow-up/carry-out': 'rectifying',
  'quality-escalation/repair-minor': 'rectifying',
  'quality-escalation/repair-ordinary': 'rectifying',
  'construction-warranty/repair': 'rectifying',
  'review-appeal/re-review': 'reviewing',
};

export function taskState({ process, element }: { process: string; element: string }): CaseState | undefined {
  return TASK_STATES[`${process}/${element}`];
}

/** Which promise to the complainant a limit stands for. */
export type LimitMark = 'reply' | 'accept' | 'supplement' | 'review' | 'promise';

export function limitMark(orgType: string, limitId: string): LimitMark | undefined {
  switch (limitId) {
    case 'R01.4':
      return 'reply';
    case 'R04.13':
      return orgType === 'registration-centre' ? undefined : 'reply';
    case 'R13.3':
      return 'accept';
    case 'R04.4':
      return orgType === 'property-company' ? undefined : 'accept';
    case 'R01.2':
      return 'supplement';
    case 'R04.12':
      return 'review';
    case 'R07.6':
      return 'promise';
    default:
      return undefined;
  }
}
