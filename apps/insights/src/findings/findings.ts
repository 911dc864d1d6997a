import { Injectable } from '@nestjs/common';
import { CAUSE_AREA_NAMES, CAUSE_AREAS, CAUSE_CODES, type InternalFinding } from '@huiying/contracts';
import { answerText, FormRecords } from '@huiying/forms';
import { Directory } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { Parameters } from '../figures/parameters.js';
import { ReportArchive } from '../reports/report-archive.js';
import { causeWords, kindWords, periodWords, reportWords } from '../reports/report-words.js';
import { WAY_WORDS } from '../surveys/analyse.form.js';
import { SurveyBook } from '../surveys/survey-book.js';
import { RecurringCauses } from '../topics/recurring-causes.service.js';

const ANALYSE = 'satisfaction-survey--analyse';
const EDIT = 'periodic-report--edit';
/** `<reportNo>:<area>.<causeCode>`: one recurring cause of a report. */
const OF_CAUSE = new RegExp(`^(.+):(${CAUSE_AREAS.join('|')})\\.(${CAUSE_CODES.join('|')})$`);
/** Complaints that are named; more are counted. */
const MOST_NAMED = 20;

type Found = InternalFinding['found'];

/**
 * What was found, told again to who puts it right: figures, and what the analyst wrote. What respondents said stays with the analysis
 * (R03.9): it could tell who they are.
 */
@Injectable()
export class Findings {
  constructor(
    private readonly surveys: SurveyBook,
    private readonly archive: ReportArchive,
    private readonly causes: RecurringCauses,
    private readonly parameters: Parameters,
    private readonly records: FormRecords,
    private readonly directory: Directory,
    private readonly database: DataSource,
  ) {}

  /** @throws Problem `report-unknown` (missing) for a number that neither a survey nor a report has */
  async of(originNo: string): Promise<InternalFinding> {
    const survey = await this.surveys.about(this.database.manager, originNo);
    if (survey) return this.ofSurvey(originNo, survey);
    const [, reportNo = originNo, area, causeCode] = OF_CAUSE.exec(originNo) ?? [];
    return this.ofReport(reportNo, area, causeCode);
  }

  private async ofSurvey(
    surveyNo: string,
    { unitId, from, until }: { unitId: string; from: string; until: string },
  ): Promise<InternalFinding> {
    const { manager } = this.database;
    const { asked, answered, average, byWay } = await this.surveys.result(manager, surveyNo);
    const said = await this.records.latest(manager, surveyNo, ANALYSE);
    return {
      title: '满意度调查',
      unit: await this.nameOf(unitId),
      period: `${from} 至 ${until}`,
      found: told(
        ['询问与应答', `询问 ${asked}，应答 ${answered}`],
        ['询问方式', byWay.map((row) => `${WAY_WORDS[row.way]} ${row.answered}/${row.asked}`).join('，')],
        ['平均满意度', `${average ?? '—'}（1 至 5 分，目标 ${this.parameters.now().surveyTarget}）`],
        ['调查结论', answerText(said?.answers['conclusion'])],
        ['改进项', answerText(said?.answers['improvementItems'])],
      ),
    };
  }

  private async ofReport(reportNo: string, area: string | undefined, causeCode: string | undefined) {
    const { manager } = this.database;
    const { reportId, unitId, period, periodFrom, periodUntil } = await this.archive.find(manager, reportNo);
    // Before its delivery what the compiler wrote stands in the form alone.
    const said = (await this.records.latest(manager, reportNo, EDIT))?.answers;
    const cause = CAUSE_AREAS.find((one) => one === area);
    const within = { name: period, from: periodFrom, until: periodUntil };
    return {
      title: reportWords(reportId),
      unit: await this.nameOf(unitId),
      period: periodWords(period),
      found: told(
        ...(cause && causeCode ? await this.causeFound(unitId, within, cause, causeCode) : []),
        ['分析', answerText(said?.['analysis'])],
        ['建议', answerText(said?.['advice'])],
      ),
    };
  }

  private async causeFound(
    unitId: string,
    period: { name: string; from: string; until: string },
    area: (typeof CAUSE_AREAS)[number],
    causeCode: string,
  ): Promise<[string, string][]> {
    const cases = await this.causes.casesOf(unitId, period, area, causeCode);
    const named = cases
      .slice(0, MOST_NAMED)
      .map((one) =>
        [one.caseNo, one.receivedOn, one.organisation, kindWords(one.kind), one.project].filter(Boolean).join('，'),
      );
    return [
      ['普遍性问题', `${CAUSE_AREA_NAMES[area].zh}·${causeWords(causeCode)}，本期 ${cases.length} 件`],
      ['相关投诉', ['', ...named, ...(cases.length > MOST_NAMED ? ['…'] : [])].join('\n')],
    ];
  }

  private async nameOf(unitId: string): Promise<string> {
    return (await this.directory.unit(unitId))?.name ?? unitId;
  }
}

function told(...entries: [label: string, value: string][]): Found {
  return entries.flatMap(([label, value]) => (value.trim() === '' ? [] : [{ label, value }]));
}
