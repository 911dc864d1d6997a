import {
  eventContract,
  HEARING_MODE_NAMES,
  isEventType,
  RELEASE_CHANNEL_NAMES,
  RESPONDENT_TYPE_NAMES,
  ROLE_NAMES,
  type Bilingual,
} from '@huiying/contracts';

type Detail = Readonly<Record<string, unknown>>;
type Say = (detail: Detail) => Bilingual | null;

/** The word of a code in both languages; the code itself where the list has none. */
const named = (names: Readonly<Record<string, Bilingual>>, code: unknown): Bilingual => {
  const key = typeof code === 'string' ? code : '';
  return Object.hasOwn(names, key) ? (names[key] as Bilingual) : { zh: key, en: key };
};
const group = (id: unknown): Bilingual => named(ROLE_NAMES, id);
const groups = (ids: unknown): Bilingual => {
  const found = (Array.isArray(ids) ? ids : []).map(group);
  return { zh: found.map(({ zh }) => zh).join('、'), en: found.map(({ en }) => en).join(', ') };
};
const yuan = ({ amountFen }: Detail): string => (typeof amountFen === 'number' ? (amountFen / 100).toFixed(2) : '0.00');
const either = (yes: unknown, when: Bilingual, otherwise: Bilingual): Bilingual => (yes === true ? when : otherwise);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** What is added to the meaning of a type, from the codes and figures of the event; null adds nothing. */
const SAYS: Readonly<Record<string, Say>> = {
  'case.level-raised': ({ from, to, toGroup }) => ({
    zh: `第 ${text(from)} 级 → 第 ${text(to)} 级（${group(toGroup).zh}）`,
    en: `level ${text(from)} → ${text(to)} (${group(toGroup).en})`,
  }),
  'case.linked': ({ linked, masterNo }) =>
    linked === true
      ? { zh: `并入主案 ${text(masterNo)}`, en: `now follows ${text(masterNo)}` }
      : { zh: `移出主案 ${text(masterNo)}`, en: `no longer follows ${text(masterNo)}` },
  'work-order.issued': ({ departments }) => ({ zh: groups(departments).zh, en: `to ${groups(departments).en}` }),
  'feedback-date.changed': ({ newDate, change }) => ({
    zh: `改为 ${text(newDate)}（第 ${text(change)} 次更改）`,
    en: `now ${text(newDate)} (change ${text(change)})`,
  }),
  'feedback.given': ({ mode, satisfied }) => {
    const how = named(HEARING_MODE_NAMES, mode);
    const word = either(satisfied, { zh: '满意', en: 'satisfied' }, { zh: '不满意', en: 'dissatisfied' });
    return { zh: `${how.zh}，客户${word.zh}`, en: `${how.en}, ${word.en}` };
  },
  'survey.done': ({ level }) => ({ zh: `第 ${text(level)} 级勘查`, en: `survey of level ${text(level)}` }),
  'survey-report.sent': ({ recipients }) => groups(recipients),
  'repair.assigned': ({ repairGroup, underWarranty }) => {
    const cover = either(
      underWarranty,
      { zh: '保修期内', en: 'under warranty' },
      { zh: '保修期外', en: 'out of warranty' },
    );
    return { zh: `${group(repairGroup).zh}，${cover.zh}`, en: `${group(repairGroup).en}, ${cover.en}` };
  },
  'repair.done': ({ accepted }) =>
    either(
      accepted,
      { zh: '业主认可', en: 'accepted by the owner' },
      { zh: '业主未认可', en: 'not accepted by the owner' },
    ),
  'defect.rectified': ({ onTime }) => either(onTime, { zh: '按期', en: 'in time' }, { zh: '逾期', en: 'late' }),
  'store.settled': ({ satisfied, onTime }) => {
    const word = either(satisfied, { zh: '客户满意', en: 'satisfied' }, { zh: '客户不满意', en: 'dissatisfied' });
    const time = either(onTime, { zh: '按期', en: 'in time' }, { zh: '逾期', en: 'late' });
    return { zh: `${word.zh}，${time.zh}`, en: `${word.en}, ${time.en}` };
  },
  'case.escalated-to-region': ({ escalated }) =>
    escalated === 'late'
      ? { zh: '分店逾期未处理', en: 'the store was late' }
      : { zh: '客户不满意分店处理', en: 'the customer was not satisfied' },
  'fault.judged': ({ malicious, respondentType }) =>
    malicious === true ? { zh: '恶意投诉', en: 'malicious complaint' } : named(RESPONDENT_TYPE_NAMES, respondentType),
  'penalty.imposed': (detail) => ({ zh: `${yuan(detail)} 元`, en: `${yuan(detail)} yuan` }),
  'penalty.paid': (detail) => ({ zh: `${yuan(detail)} 元`, en: `${yuan(detail)} yuan` }),
  'penalty.overdue': ({ chase }) => ({ zh: `第 ${text(chase)} 次催缴`, en: `reminder ${text(chase)}` }),
  'exposure.registered': ({ outlet, publishedOn }) => ({
    zh: [outlet, publishedOn].map(text).filter(Boolean).join('，'),
    en: [outlet, publishedOn].map(text).filter(Boolean).join(', '),
  }),
  // The number that stands on the case's report (R13.7).
  'corrective-action.opened': ({ actionNo }) => ({ zh: text(actionNo), en: text(actionNo) }),
  'corrective-action.closed': ({ actionNo }) => ({ zh: text(actionNo), en: text(actionNo) }),
  'emergency.closed': ({ result }) =>
    result === 'false-alarm' ? { zh: '误报，已更正', en: 'false alarm, corrected' } : null,
  'information.published': ({ correction, channel }) => {
    const where = named(RELEASE_CHANNEL_NAMES, channel);
    return correction === true ? { zh: `更正公告，${where.zh}`, en: `correction, ${where.en}` } : where;
  },
  'task.withdrawn': ({ process }) =>
    process === 'hand-over' ? { zh: '转办登记，目标流程已接手', en: 'hand-over, its process took over' } : null,
};

/** One plain line for an event of a case: what happened, with the words of its codes and its figures. Pure. */
export function lineOf(type: string, detail: Detail): Bilingual {
  if (!isEventType(type)) return { zh: type, en: type };
  const { meaning } = eventContract(type);
  const more = SAYS[type]?.(detail);
  if (!more || (more.zh === '' && more.en === '')) return meaning;
  return { zh: `${meaning.zh}：${more.zh}`, en: `${meaning.en}: ${more.en}` };
}
