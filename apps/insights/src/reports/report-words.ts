import {
  CAUSE_NAMES,
  CHANNEL_NAMES,
  JUSTIFIED_NAMES,
  KIND_NAMES,
  type Name,
  REPORT_NAMES,
  type ReportId,
  ROLE_NAMES,
  SEVERITY_NAMES,
} from '@huiying/contracts';
import type { ReportCase } from './report-cases.js';

const zh = (names: Readonly<Record<string, Name>>, code: string | null, none = '—'): string =>
  code === null ? none : (names[code]?.zh ?? code);

export const kindWords = (code: string | null) => zh(KIND_NAMES, code, '未分类');
export const severityWords = (code: string | null) => zh(SEVERITY_NAMES, code, '未定级');
export const causeWords = (code: string | null) => zh(CAUSE_NAMES, code, '未定');
export const channelWords = (code: string | null) => zh(CHANNEL_NAMES, code);
export const justifiedWords = (code: string | null) => zh(JUSTIFIED_NAMES, code);
export const roleWords = (code: string | null) => zh(ROLE_NAMES, code);
export const reportWords = (id: ReportId) => REPORT_NAMES[id].zh;

export function stateWords({ withdrawn, archivedOn, answeredOn, admission }: ReportCase): string {
  if (withdrawn) return '已撤回';
  if (archivedOn) return '已归档';
  if (answeredOn) return '已答复';
  if (admission === 'pass') return '无效，已转部门';
  if (admission !== null && admission !== 'accept' && admission !== 'supplement') return '不予受理或已转送';
  return '办理中';
}

/** `2026 年 3 月`, `2026 年第 1 季度`, `2026 年`, `2026 年 3 月 1 日`. */
export function periodWords(period: string): string {
  const [, year, quarter, month, day] = /^(\d{4})(?:-(?:Q(\d)|(\d\d)(?:-(\d\d))?))?$/.exec(period) ?? [];
  if (!year) return period.replace('.', ' 至 ');
  if (quarter) return `${year} 年第 ${quarter} 季度`;
  if (!month) return `${year} 年`;
  return `${year} 年 ${Number(month)} 月${day ? ` ${Number(day)} 日` : ''}`;
}
