import { Injectable } from '@nestjs/common';
import { KIND_NAMES, type Kind, type TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject, RecordedForm } from '@huiying/forms';
import { defineProblems } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import { DataSource } from 'typeorm';
import { SurveyBook } from './survey-book.js';

defineProblems({
  'asked-and-unreached': {
    zh: '已经填写满意度的，不要再写未能问到的原因',
    en: 'Where satisfaction is given, nobody was out of reach',
  },
});

/** 电话回访 and 上门征询: satisfaction, opinion, expectation. Name and phone stand beside the task, not in it (header contact). */
@Injectable()
abstract class AskRespondentForm extends RecordedForm {
  constructor(
    private readonly book: SurveyBook,
    private readonly cases: CaseFacts,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const asked = await this.book.find(this.database.manager, subjectNo);
    if (!asked) return {};
    const found = await this.cases.now(asked.caseNo);
    const kind = found.kind ? KIND_NAMES[found.kind as Kind].zh : '投诉';
    const told = await this.cases.registration(asked.caseNo);
    return {
      about: `${asked.caseNo} ${kind}${found.project ? ` ${found.project}` : ''}，收到 ${found.receivedOn}`,
      complaint: [told.subject, told.description, told.demand && `诉求：${told.demand}`].filter(Boolean).join('\n'),
    };
  }

  protected decide(answers: Answers): Record<string, unknown> {
    if (answers.text('unreached') !== '') {
      if (answers.number('score') !== null) answers.refuse('unreached', 'asked-and-unreached');
      return {};
    }
    answers.require('score', 'opinion', 'expectation');
    const score = answers.number('score');
    if (score !== null && ![1, 2, 3, 4, 5].includes(score)) answers.refuse('score', 'not-allowed-value');
    return {};
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const asked = await this.book.find(context.manager, outcome.subjectNo);
    if (!asked || outcome.data['score'] === undefined || outcome.data['score'] === null) return; // nobody answered
    const text = (key: string) => (typeof outcome.data[key] === 'string' ? outcome.data[key].trim() : '');
    await this.book.answer(context.manager, asked, {
      score: Number(outcome.data['score']),
      opinion: text('opinion'),
      expectation: text('expectation'),
    });
  }
}

@FormOwner('satisfaction-survey--call-back')
export class CallBackForm extends AskRespondentForm {}

@FormOwner('satisfaction-survey--visit')
export class VisitForm extends AskRespondentForm {}
