import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Respondent } from '@huiying/contracts';
import { Clock, defineProblems, Problem, Vault } from '@huiying/platform';
import type { EntityManager } from 'typeorm';

defineProblems({
  'answers-on-their-way': { zh: '回访结果正在送达，请稍后再试', en: 'Answers are on their way, try again in a moment' },
});

export type Way = 'call-back' | 'questionnaire' | 'visit';

/** Whom a survey asks, by the case that they complained in. */
export interface Asked extends Respondent {
  way: Way;
}

/** What a respondent said. */
export interface SurveyAnswer {
  /** 1 very dissatisfied … 5 very satisfied */
  score: number;
  opinion: string;
  expectation: string;
}

export interface SurveyResult {
  asked: number;
  answered: number;
  /** Of 1–5, two digits; null where nobody answered. */
  average: number | null;
  byWay: { way: Way; asked: number; answered: number }[];
}

/** Surveys, respondents and answers. Who a respondent is stands in the case alone; words lie sealed under the case's key. */
@Injectable()
export class SurveyBook {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Of whom and of which time a survey is; undefined where it is none. */
  async about(
    manager: EntityManager,
    surveyNo: string,
  ): Promise<{ unitId: string; from: string; until: string } | undefined> {
    const [row] = await manager.query<{ unitId: string; from: string; until: string }[]>(
      `SELECT unit_id AS "unitId", period_from::text AS "from", period_until::text AS until FROM survey WHERE survey_no = $1`,
      [surveyNo],
    );
    return row;
  }

  async respondents(manager: EntityManager, surveyNo: string, way?: Way): Promise<Asked[]> {
    return manager.query(
      `SELECT respondent_no AS "respondentNo", case_no AS "caseNo", way FROM respondent
       WHERE survey_no = $1 AND ($2::text IS NULL OR way = $2) ORDER BY length(respondent_no), respondent_no`,
      [surveyNo, way ?? null],
    );
  }

  async find(manager: EntityManager, respondentNo: string): Promise<(Asked & { surveyNo: string }) | undefined> {
    const [row] = await manager.query<(Asked & { surveyNo: string })[]>(
      `SELECT respondent_no AS "respondentNo", case_no AS "caseNo", way, survey_no AS "surveyNo" FROM respondent
       WHERE respondent_no = $1`,
      [respondentNo],
    );
    return row;
  }

  /** The one-time code, 128 bits that the keyring alone can make: the same for a job that is tried again. Only its hash is kept. */
  async giveCode(manager: EntityManager, respondentNo: string): Promise<string> {
    const code = this.vault.blind('respondent', 'code', respondentNo);
    await manager.query(
      `UPDATE respondent SET code_hash = $2, sent_at = $3 WHERE respondent_no = $1 AND score IS NULL`,
      [respondentNo, hashOf(code), this.clock.now()],
    );
    return code;
  }

  /** The respondent whose unused code it is, while the survey takes answers; undefined for every other code alike. */
  async ofCode(manager: EntityManager, code: string): Promise<Respondent | undefined> {
    const [row] = await manager.query<Respondent[]>(
      `SELECT r.respondent_no AS "respondentNo", r.case_no AS "caseNo" FROM respondent r JOIN survey s USING (survey_no)
       WHERE r.code_hash = $1 AND r.score IS NULL AND s.closed_at IS NULL FOR UPDATE OF r`,
      [hashOf(code)],
    );
    return row;
  }

  /** The first answer counts. */
  async answer(manager: EntityManager, { respondentNo, caseNo }: Respondent, said: SurveyAnswer): Promise<void> {
    const { score, ...words } = said;
    const sealed = await this.vault.seal(manager, placeOf(respondentNo, caseNo), JSON.stringify(words));
    await manager.query(
      `UPDATE respondent SET score = $2, words_enc = $3, answered_at = $4 WHERE respondent_no = $1 AND score IS NULL`,
      [respondentNo, score, sealed, this.clock.now()],
    );
  }

  /**
   * Everybody who was called or visited: their answers come by their own way, and the evaluation may be faster than the last of them.
   * @throws Problem `answers-on-their-way` (passing)
   */
  async demandAsked(manager: EntityManager, surveyNo: string): Promise<void> {
    const unheard = await manager.query<unknown[]>(
      `SELECT 1 FROM respondent r WHERE survey_no = $1 AND way <> 'questionnaire'
       AND NOT EXISTS (SELECT 1 FROM form_record f WHERE f.subject_no = r.respondent_no) LIMIT 1`,
      [surveyNo],
    );
    if (unheard.length > 0) throw new Problem('answers-on-their-way', 'unavailable');
  }

  async result(manager: EntityManager, surveyNo: string): Promise<SurveyResult> {
    const byWay = await manager.query<SurveyResult['byWay']>(
      `SELECT way, count(*)::int AS asked, count(score)::int AS answered FROM respondent WHERE survey_no = $1
       GROUP BY way ORDER BY way`,
      [surveyNo],
    );
    const [mean] = await manager.query<{ average: string | null }[]>(
      `SELECT round(avg(score), 2) AS average FROM respondent WHERE survey_no = $1`,
      [surveyNo],
    );
    const sum = (key: 'asked' | 'answered') => byWay.reduce((total, row) => total + row[key], 0);
    return {
      asked: sum('asked'),
      answered: sum('answered'),
      average: mean?.average == null ? null : Number(mean.average),
      byWay,
    };
  }

  /** Opinions and expectations, without who said them. */
  async words(manager: EntityManager, surveyNo: string): Promise<Omit<SurveyAnswer, 'score'>[]> {
    const rows = await manager.query<{ respondent_no: string; case_no: string; words_enc: string }[]>(
      `SELECT respondent_no, case_no, words_enc FROM respondent WHERE survey_no = $1 AND words_enc IS NOT NULL
       ORDER BY md5(respondent_no)`,
      [surveyNo],
    );
    return Promise.all(
      rows.map(async (row) => {
        const text = await this.vault.open(manager, placeOf(row.respondent_no, row.case_no), row.words_enc);
        return JSON.parse(text) as Omit<SurveyAnswer, 'score'>;
      }),
    );
  }
}

function placeOf(respondentNo: string, caseNo: string) {
  return { subject: caseNo, table: 'respondent', id: respondentNo, column: 'words_enc' };
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('base64url');
}
