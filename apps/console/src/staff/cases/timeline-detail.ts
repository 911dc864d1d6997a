import {
  ADMISSION_NAMES,
  CHANNEL_NAMES,
  COMPLEXITY_NAMES,
  EMERGENCY_MEASURE_NAMES,
  KIND_NAMES,
  LIMITS,
  ROLE_NAMES,
  SEVERITY_NAMES,
  TOPIC_NAMES,
} from '@huiying/contracts';
import { shortDate } from '../../formats/dates.js';
import { plainYuan } from '../../formats/money.js';
import type { Language } from '../../words/translate.js';

type Names = Partial<Record<string, { zh: string; en: string }>>;

interface Fact {
  names?: Names;
  date?: boolean;
  fen?: boolean;
}

/** Facts of an event that a person understands, in the order in which they are said; ids and technical keys are left out. */
const FACTS = {
  kind: { names: KIND_NAMES },
  suggestedKind: { names: KIND_NAMES },
  topic: { names: TOPIC_NAMES },
  channel: { names: CHANNEL_NAMES },
  admission: { names: ADMISSION_NAMES },
  severity: { names: SEVERITY_NAMES },
  complexity: { names: COMPLEXITY_NAMES },
  handlerGroup: { names: ROLE_NAMES },
  ownerGroup: { names: ROLE_NAMES },
  overseer: { names: ROLE_NAMES },
  superiorGroup: { names: ROLE_NAMES },
  group: { names: ROLE_NAMES },
  department: { names: ROLE_NAMES },
  measure: { names: EMERGENCY_MEASURE_NAMES },
  limitId: { names: LIMITS },
  dueAt: { date: true },
  replyBy: { date: true },
  amountFen: { fen: true },
  households: {},
  masterNo: {},
  measureNo: {},
  plannedOn: { date: true },
} satisfies Record<string, Fact>;

type Translate = (key: `detail.${keyof typeof FACTS}`) => string;

/** Pure: one line of the facts that an entry carries. */
export function detailLine(detail: Readonly<Record<string, unknown>>, language: Language, t: Translate): string {
  return (Object.keys(FACTS) as (keyof typeof FACTS)[])
    .flatMap((key) => {
      const value = detail[key];
      if (typeof value !== 'string' && typeof value !== 'number') return [];
      if (isUnsaid(key, value)) return [];
      return [`${t(`detail.${key}`)} ${wordOf(value, FACTS[key], language)}`];
    })
    .join(' · ');
}

function wordOf(value: string | number, fact: Fact, language: Language): string {
  if (fact.date && typeof value === 'string') return shortDate(value, language);
  if (fact.fen && typeof value === 'number') return plainYuan(value);
  const name = fact.names?.[String(value)];
  return name ? (language === 'en' ? name.en : name.zh) : String(value);
}

/** A task of a person names the person already; of these facts a code without a word says nothing. */
function isUnsaid(key: string, value: string | number): boolean {
  if (key === 'group' && value === 'person') return true;
  return NAMED_ONLY.some(([name, names]) => key === name && !(value in names));
}

/** The channel of a release stands in its title; the team on the site and the leading group are no department. */
const NAMED_ONLY: [string, Names][] = [
  ['channel', CHANNEL_NAMES],
  ['department', ROLE_NAMES],
  ['measure', EMERGENCY_MEASURE_NAMES],
];
