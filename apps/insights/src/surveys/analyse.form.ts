import { type Answers, FormOwner, type FormSubject, RecordedForm } from '@huiying/forms';
import { defineProblems } from '@huiying/platform';
import { Roles } from '@huiying/service';
import { DataSource } from 'typeorm';
import { Parameters } from '../figures/parameters.js';
import { SurveyBook, type Way } from './survey-book.js';

defineProblems({
  'below-target': { zh: '低于目标，须写明改进项', en: 'Below target: improvements must be named' },
});

export const WAY_WORDS: Readonly<Record<Way, string>> = {
  'call-back': '电话回访',
  questionnaire: '调查表',
  visit: '上门征询',
};

/** 调查分析 (R03.9, R12.7): conclusion and improvements; below target there is something to improve. */
@FormOwner('satisfaction-survey--analyse')
export class AnalyseSurveyForm extends RecordedForm {
  constructor(
    private readonly book: SurveyBook,
    private readonly roles: Roles,
    private readonly parameters: Parameters,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    const { asked, answered, average, byWay } = await this.book.result(manager, subjectNo);
    const words = await this.book.words(manager, subjectNo);
    const share = asked === 0 ? '—' : `${Math.round((answered / asked) * 100)}%`;
    return {
      result: [
        `询问 ${asked}，应答 ${answered}（${share}）`,
        `平均满意度 ${average ?? '—'}，目标 ${this.parameters.now().surveyTarget}`,
        ...byWay.map((row) => `${WAY_WORDS[row.way]}：询问 ${row.asked}，应答 ${row.answered}`),
      ].join('\n'),
      words: words
        .map(({ opinion, expectation }) => [opinion, expectation].filter(Boolean).join('；期望：'))
        .filter(Boolean)
        .join('\n'),
    };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('conclusion', 'improvements');
    const { average } = await this.book.result(this.database.manager, subjectNo);
    const improvements = answers.flag('improvements') === true;
    const below = average !== null && average < this.parameters.now().surveyTarget;
    if (below && !improvements) answers.refuse('improvements', 'below-target');
    if (improvements) answers.require('improvementItems', 'responsibleGroup');
    const responsibleGroup = this.roles.known(answers, 'responsibleGroup');
    return { improvements, responsibleGroup: improvements ? responsibleGroup : null };
  }
}
