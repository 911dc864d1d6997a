import {
  ADMISSION_NAMES,
  CASE_STATE_NAMES,
  CAUSE_NAMES,
  CHANNEL_NAMES,
  COMPLEXITY_NAMES,
  EMERGENCY_CAUSE_NAMES,
  JUSTIFIED_NAMES,
  KIND_NAMES,
  MEDIUM_NAMES,
  ORG_TYPE_NAMES,
  PHASE_NAMES,
  PROJECT_OWNERSHIP_NAMES,
  RESPONDENT_TYPE_NAMES,
  ROLE_NAMES,
  SEVERITY_NAMES,
  TOPIC_NAMES,
} from '@huiying/contracts';
import { useWords } from '../../words/staff-words.js';

const NAMES = {
  admission: ADMISSION_NAMES,
  caseState: CASE_STATE_NAMES,
  cause: CAUSE_NAMES,
  channel: CHANNEL_NAMES,
  complexity: COMPLEXITY_NAMES,
  emergencyCause: EMERGENCY_CAUSE_NAMES,
  justified: JUSTIFIED_NAMES,
  kind: KIND_NAMES,
  medium: MEDIUM_NAMES,
  orgType: ORG_TYPE_NAMES,
  phase: PHASE_NAMES,
  ownership: PROJECT_OWNERSHIP_NAMES,
  respondentType: RESPONDENT_TYPE_NAMES,
  role: ROLE_NAMES,
  severity: SEVERITY_NAMES,
  topic: TOPIC_NAMES,
};

export type CodeList = keyof typeof NAMES;

/** Words for the codes of the contracts; a code that is not in its list reads as itself. */
export function useCodeNames() {
  const { pick } = useWords();
  return (list: CodeList, code: string | null | undefined): string => {
    if (!code) return '';
    const names: Partial<Record<string, { zh: string; en: string }>> = NAMES[list];
    const name = names[code];
    return name ? pick(name) : code;
  };
}
