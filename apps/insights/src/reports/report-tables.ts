import type { RecurringCause, ReportTable } from '@huiying/contracts';
import { CAUSE_AREA_NAMES } from '@huiying/contracts';
import type { ReportCase } from './report-cases.js';
import {
  causeWords,
  channelWords,
  justifiedWords,
  kindWords,
  roleWords,
  severityWords,
  stateWords,
} from './report-words.js';

type Cell = string | number | null;

/** Figures of a set of complaints, the same for every report. */
export function summaryTable(cases: readonly ReportCase[]): ReportTable {
  const answered = cases.filter(({ answeredOn }) => answeredOn !== null);
  const rated = cases.filter(({ score }) => score !== null);
  const rows: [string, Cell][] = [
    ['投诉件数', cases.length],
    ['已答复', answered.length],
    ['按时答复率', percent(answered.filter(({ late }) => !late).length, answered.length)],
    ['超期', cases.filter(({ late }) => late).length],
    ['重大投诉', cases.filter(({ severity }) => severity === 'major').length],
    ['有效投诉', cases.filter(({ valid }) => valid === true).length],
    ['无效投诉', cases.filter(({ valid }) => valid === false).length],
    ['满意率', percent(rated.filter(({ satisfied }) => satisfied === true).length, rated.length)],
  ];
  return { title: '总体情况', columns: ['指标', '数值'], rows };
}

/** How often each value of a column occurs, the most frequent first. */
function countTable(title: string, column: string, values: readonly string[]): ReportTable {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const rows = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'zh'));
  return { title, columns: [column, '件数'], rows };
}

export function tablesByCode(cases: readonly ReportCase[]): ReportTable[] {
  const named = cases.filter(({ causeCode }) => causeCode !== null);
  return [
    countTable(
      '按类别',
      '投诉类别',
      cases.map(({ kind }) => kindWords(kind)),
    ),
    countTable(
      '按渠道',
      '渠道',
      cases.map(({ channel }) => channelWords(channel)),
    ),
    countTable(
      '按原因',
      '原因',
      named.map(({ causeCode }) => causeWords(causeCode)),
    ),
  ];
}

/** One line for each organisation: regions and the group compare their projects. */
export function unitTable(cases: readonly ReportCase[]): ReportTable {
  const ids = [...new Set(cases.map(({ orgId }) => orgId))].sort();
  return {
    title: '按单位',
    columns: ['单位', '件数', '已答复', '超期', '重大', '不满意'],
    rows: ids.map((id) => {
      const own = cases.filter(({ orgId }) => orgId === id);
      return [
        own[0]?.organisation ?? id,
        own.length,
        own.filter(({ answeredOn }) => answeredOn !== null).length,
        own.filter(({ late }) => late).length,
        own.filter(({ severity }) => severity === 'major').length,
        own.filter(({ satisfied }) => satisfied === false).length,
      ];
    }),
  };
}

/** R07.11: month by month; a month whose own report is missing says so. */
export function monthTable(
  months: readonly string[],
  cases: readonly ReportCase[],
  reported: readonly string[],
): ReportTable {
  return {
    title: '按月份',
    columns: ['月份', '件数', '已答复', '超期', '月报'],
    rows: months.map((month) => {
      const own = cases.filter(({ receivedOn }) => receivedOn.startsWith(month));
      return [
        month,
        own.length,
        own.filter(({ answeredOn }) => answeredOn !== null).length,
        own.filter(({ late }) => late).length,
        reported.includes(month) ? '已送达' : '缺',
      ];
    }),
  };
}

/** R02.2 */
export function recurringTable(causes: readonly RecurringCause[]): ReportTable {
  return {
    title: '普遍性问题',
    columns: ['领域', '原因', '件数'],
    rows: causes.map(({ area, causeCode, count }) => [CAUSE_AREA_NAMES[area].zh, causeWords(causeCode), count]),
  };
}

export function caseTable(cases: readonly ReportCase[]): ReportTable {
  return {
    title: '投诉清单',
    columns: ['编号', '收到日期', '单位', '类别', '级别', '项目', '状态', '超期'],
    rows: cases.map((one) => [
      one.caseNo,
      one.receivedOn,
      one.organisation,
      kindWords(one.kind),
      severityWords(one.severity),
      one.project,
      stateWords(one),
      one.late ? '是' : '否',
    ]),
  };
}

/** R07.9: the records of the complaints, a line each; the file itself is open to whoever gets the copies. */
export function recordTable(cases: readonly ReportCase[]): ReportTable {
  return {
    title: '投诉记录（复印件）',
    columns: [
      '编号',
      '收到日期',
      '渠道',
      '类别',
      '户数',
      '承办部门',
      '是否成立',
      '原因',
      '答复日期',
      '归档日期',
      '满意度',
    ],
    rows: cases.map((one) => [
      one.caseNo,
      one.receivedOn,
      channelWords(one.channel),
      kindWords(one.kind),
      one.households,
      roleWords(one.handlerGroup),
      justifiedWords(one.justified),
      causeWords(one.causeCode),
      one.answeredOn,
      one.archivedOn,
      one.score,
    ]),
  };
}

/** A table as lines of text, for a form's read-only field. */
export function tableText({ title, columns, rows }: ReportTable): string {
  if (rows.length === 0) return `${title}：无`;
  const lines =
    columns.length === 2 ? rows.map(([name, value]) => `${name}：${value ?? '—'}`) : rows.map(lineOf(columns));
  return [title, ...lines].join('\n');
}

function lineOf(columns: readonly string[]) {
  return ([first, ...rest]: readonly Cell[]): string =>
    `${first ?? '—'}：${rest.map((value, n) => `${columns[n + 1] ?? ''} ${value ?? '—'}`).join('，')}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.round((part / whole) * 1000) / 10}%`;
}
