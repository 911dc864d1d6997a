import {
  KIND_NAMES,
  MEASURE_TYPE_NAMES,
  ROLE_NAMES,
  type HandlingMeasure,
  type Kind,
  type MeasureType,
  type Role,
} from '@huiying/contracts';

/** Words of letters: dates, departments, kinds as a person reads them. Chinese: letters go to complainants. */

const SHANGHAI = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 2026年3月2日 */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 2 Mar 2026 */
export function dayWordsEn(day: string): string {
  const [year, month = 1, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** 2026年3月2日 15:04 */
export function momentWords(at: Date): string {
  const part = Object.fromEntries(SHANGHAI.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part['year']}年${part['month']}月${part['day']}日 ${part['hour']}:${part['minute']}`;
}

/** 12,000.00 元 */
export const yuanWords = (fen: number): string =>
  `${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} 元`;

export const kindWords = (kind: string | null): string | null => (kind ? (KIND_NAMES[kind as Kind]?.zh ?? null) : null);

export const groupWords = (group: string | null): string | null =>
  group ? (ROLE_NAMES[group as Role]?.zh ?? null) : null;

/** 「王*」: the surname alone. */
export const surname = (name: string | null): string | null => (name ? `${[...name][0] ?? ''}*` : null);

/** A heading and one line per measure: what, who, by when; null where there is none. */
export function measureWords(measures: readonly HandlingMeasure[]): string | null {
  if (measures.length === 0) return null;
  const lines = measures.map(({ type, description, group, plannedOn }, n) => {
    const kind = MEASURE_TYPE_NAMES[type as MeasureType]?.zh ?? '';
    return `${n + 1}. ${kind}：${description}（${groupWords(group) ?? ''}，${dayWords(plannedOn)}前）`;
  });
  return ['措施：', ...lines].join('\n');
}

/** Where else a complainant may turn, by type of organisation (R01.7, R04.12). */
const AUTHORITIES: Record<string, string> = {
  'registration-centre': '所在地自然资源主管部门，或拨打12345',
  developer: '所在地住房和城乡建设主管部门，或拨打12345',
  'property-company': '所在地物业管理主管部门、街道办事处，或拨打12345',
  'construction-company': '所在地住房和城乡建设（工程质量监督）主管部门，或拨打12345',
  brokerage: '所在地房地产主管部门、市场监督管理部门，或拨打12345',
  group: '所在地住房和城乡建设主管部门，或拨打12345',
};

export const authorityWords = (orgType: string): string => AUTHORITIES[orgType] ?? '所在地主管部门，或拨打12345';
