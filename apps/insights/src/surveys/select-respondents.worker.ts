import { Clock } from '@huiying/platform';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import type { EntityManager } from 'typeorm';
import { belowUnit, IS_COMPLAINT } from '../figures/case-filter.js';
import { Parameters } from '../figures/parameters.js';
import { type Asked, SurveyBook, type Way } from './survey-book.js';

type Job = 'insights.select-respondents';

interface Row {
  case_no: string;
  key_customer: boolean;
  has_address: boolean;
}

/** Whose complaint was answered in the period, newest first: key customers are visited, an address gets a questionnaire (R12.7). */
@ZeebeWorker('insights.select-respondents')
export class SelectRespondentsWorker implements JobHandler<Job> {
  constructor(
    private readonly book: SurveyBook,
    private readonly parameters: Parameters,
    private readonly clock: Clock,
  ) {}

  async handle({ variables }: JobOf<Job>, { manager }: JobContext) {
    const { subjectNo: surveyNo, orgId, unitId, period, periodFrom, periodUntil } = variables;
    await manager.query(
      `INSERT INTO survey (survey_no, org_id, unit_id, period, period_from, period_until, selected_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [surveyNo, orgId, unitId, period, periodFrom, periodUntil, this.clock.now()],
    );
    const rows = await this.answeredIn(manager, { unitId, periodFrom, periodUntil });
    for (const [place, row] of rows.entries())
      await manager.query(
        `INSERT INTO respondent (respondent_no, survey_no, case_no, way) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
        [`${surveyNo}-R${place + 1}`, surveyNo, row.case_no, wayOf(row)],
      );
    const respondents = await this.book.respondents(manager, surveyNo);
    const by = (wanted: Way) => respondents.filter(({ way }) => way === wanted).map(bare);
    return { callBacks: by('call-back'), visits: by('visit'), questionnaires: by('questionnaire').length };
  }

  /** Nobody anonymous, no child of a master (its household was asked with it), nobody who withdrew. */
  private answeredIn(
    manager: EntityManager,
    { unitId, periodFrom, periodUntil }: { unitId: string; periodFrom: string; periodUntil: string },
  ): Promise<Row[]> {
    return manager.query(
      `SELECT c.case_no, c.key_customer, c.has_address FROM case_fact c
       WHERE c.answered_at >= $2::date - interval '8 hours' AND c.answered_at < $3::date + interval '16 hours'
         AND ${belowUnit(1)} AND ${IS_COMPLAINT} AND NOT c.anonymous AND c.withdrawn_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM respondent r WHERE r.case_no = c.case_no)
       ORDER BY c.key_customer DESC, c.answered_at DESC, c.case_no LIMIT $4`,
      [unitId, periodFrom, periodUntil, this.parameters.now().surveyMost],
    );
  }
}

function wayOf({ key_customer, has_address }: Row): Way {
  if (key_customer) return 'visit';
  return has_address ? 'questionnaire' : 'call-back';
}

function bare({ respondentNo, caseNo }: Asked) {
  return { respondentNo, caseNo };
}
