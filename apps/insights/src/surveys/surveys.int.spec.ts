import type { Respondent } from '@huiying/contracts';
import { Insights } from '../testing/insights-harness.js';
import { EvaluateSurveyWorker } from './evaluate-survey.worker.js';
import { SelectRespondentsWorker } from './select-respondents.worker.js';
import { SendQuestionnairesWorker } from './send-questionnaires.worker.js';

let insights: Insights;
beforeAll(async () => {
  insights = await Insights.open('2026-03-31T10:00:00+08:00');
});
afterAll(() => insights.stop());
beforeEach(() => insights.clear());

const PERIOD = {
  ...{ orgId: 'FH01', orgType: 'developer', unitId: 'FH01', caseNo: null, period: '2026-03-31' },
  ...{ periodFrom: '2025-04-01', periodUntil: '2026-03-31' },
};
let surveys = 0;

/** Answered complaints: three with a phone alone, five with an address, one of a key customer; one anonymous, one open. */
async function answeredCases(): Promise<void> {
  const phone = await insights.several(3);
  const mail = await insights.several(5, { facts: { hasAddress: true } });
  const key = await insights.several(1, { facts: { keyCustomer: true, hasAddress: true } });
  const silent = await insights.several(1, { facts: { anonymous: true } });
  for (const caseNo of [...phone, ...mail, ...key, ...silent])
    await insights.answered(caseNo, '2026-03-20T10:00:00+08:00');
  await insights.several(1);
}

async function selected() {
  insights.subjectNo = `DC-FH01-20260331-${String(++surveys).padStart(4, '0')}`;
  return (await insights.job(SelectRespondentsWorker, 'insights.select-respondents', PERIOD)) as {
    callBacks: Respondent[];
    visits: Respondent[];
    questionnaires: number;
  };
}

/** Codes that intake was asked to send, oldest first. */
function codesSent(): string[] {
  return insights.neighbours.asked
    .filter(({ route }) => /^POST \/internal\/cases\/[^/]+\/questionnaires$/.test(route))
    .map(({ body }) => (body as { code: string }).code);
}

async function sent(): Promise<string[]> {
  const mails = await insights.query<{ case_no: string }>(
    `SELECT case_no FROM respondent WHERE way = 'questionnaire' AND survey_no = $1`,
    [insights.subjectNo],
  );
  for (const { case_no } of mails)
    insights.neighbours.others.set(`/internal/cases/${case_no}/questionnaires`, { sent: true });
  const before = codesSent().length;
  const output = await insights.job(SendQuestionnairesWorker, 'insights.send-questionnaires', PERIOD);
  expect(output).toEqual({ sent: mails.length });
  return codesSent().slice(before);
}

const answer = async (code: string, score = 2, more: object = {}) =>
  (await insights.as(null, 'POST', '/api/portal/questionnaires', { code, score, ...more })).status;
const ask = (respondent: Respondent, form: 'call-back' | 'visit', score: number) =>
  insights.complete(
    `satisfaction-survey--${form}`,
    { score, opinion: '回复慢', expectation: '当天回电' },
    { subjectNo: respondent.respondentNo, caseNo: respondent.caseNo, actorId: 'li' },
  );
const evaluated = () => insights.job(EvaluateSurveyWorker, 'insights.evaluate-survey', PERIOD);
/** Nobody could be reached. */
async function unreached(form: 'call-back' | 'visit', respondents: readonly Respondent[]): Promise<void> {
  for (const { respondentNo, caseNo } of respondents)
    await insights.complete(
      `satisfaction-survey--${form}`,
      { unreached: '三次无人接听' },
      { subjectNo: respondentNo, caseNo, actorId: 'li' },
    );
}

describe('satisfaction survey', () => {
  it('R12.7 whoever calls sees what was complained of; nobody answered is said with its reason and counts as no answer', async () => {
    await answeredCases();
    const { callBacks } = await selected();
    const [first, second] = callBacks as [Respondent, Respondent];
    const of = ({ respondentNo, caseNo }: Respondent) => ({ subjectNo: respondentNo, caseNo, actorId: 'li' });
    const form = await insights.start('satisfaction-survey--call-back', of(first));
    expect(form).toMatchObject({ about: expect.stringContaining(first.caseNo), complaint: '态度不好' });
    const refused = (data: object) => insights.refused('satisfaction-survey--call-back', data, of(first));
    expect(await refused({})).toEqual(['score required', 'opinion required', 'expectation required']);
    expect(await refused({ unreached: '三次无人接听', score: 3 })).toEqual(['unreached asked-and-unreached']);
    await insights.complete('satisfaction-survey--call-back', { unreached: '三次无人接听' }, of(first));
    await ask(second, 'call-back', 4);
    expect(await insights.query(`SELECT respondent_no, score FROM respondent WHERE score IS NOT NULL`)).toEqual([
      { respondent_no: second.respondentNo, score: 4 },
    ]);
  });

  it('R12.7 three call-backs, five questionnaires, one visit to the key customer; below target there must be improvements', async () => {
    await answeredCases();
    const { callBacks, visits, questionnaires } = await selected();
    const surveyNo = insights.subjectNo;
    expect([callBacks.length, visits.length, questionnaires]).toEqual([3, 1, 5]);
    expect(callBacks[0]?.respondentNo).toMatch(new RegExp(`^${surveyNo}-R\\d$`));
    const codes = await sent();
    expect(codes).toHaveLength(5);
    for (const respondent of callBacks) await ask(respondent, 'call-back', 3);
    await ask(visits[0] as Respondent, 'visit', 5);
    expect(await answer(codes[0] as string, 2, { opinion: '等了很久', expectation: '' })).toBe(204);
    expect(await answer(codes[1] as string, 1)).toBe(204);
    expect(await evaluated()).toEqual({ belowTarget: true });
    expect(await insights.events('survey.completed', surveyNo)).toEqual([
      expect.objectContaining({ asked: 9, answered: 6, average: 2.83, belowTarget: true, period: '2026-03-31' }),
    ]);
    const form = await insights.start('satisfaction-survey--analyse');
    expect(form['result']).toContain('询问 9，应答 6（67%）');
    expect(form['words']).toContain('等了很久');
    const filled = { conclusion: '响应慢', improvements: false };
    expect(await insights.refused('satisfaction-survey--analyse', filled)).toEqual(['improvements below-target']);
    expect(await insights.refused('satisfaction-survey--analyse', { ...filled, improvements: true })).toEqual([
      'improvementItems required',
      'responsibleGroup required',
    ]);
    const improving = { conclusion: '响应慢', improvements: true, improvementItems: '当天回电' };
    expect(
      (await insights.check('satisfaction-survey--analyse', { ...improving, responsibleGroup: 'customer-service' }))
        .body.variables,
    ).toEqual({ improvements: true, responsibleGroup: 'customer-service' });
    expect(
      await insights.refused('satisfaction-survey--analyse', { ...improving, responsibleGroup: 'nobody' }),
    ).toEqual(['responsibleGroup unknown-role']);
  });

  it('R03.9 expectations are used: improvements may be named at target, and none need be', async () => {
    await answeredCases();
    const { callBacks, visits } = await selected();
    for (const respondent of callBacks) await ask(respondent, 'call-back', 4);
    await unreached('visit', visits);
    expect(await evaluated()).toEqual({ belowTarget: false }); // 4 is the target
    expect((await insights.start('satisfaction-survey--analyse'))['words']).toContain('当天回电');
    const { body } = await insights.check('satisfaction-survey--analyse', { conclusion: '可', improvements: false });
    expect(body.variables).toEqual({ improvements: false, responsibleGroup: null });
  });

  it('R12.7 a questionnaire is answered once, in time, by whoever has its code; every other code looks alike', async () => {
    await answeredCases();
    const { callBacks, visits } = await selected();
    const [first, second] = (await sent()) as [string, string];
    const wrong = await insights.as(null, 'POST', '/api/portal/questionnaires', { code: 'x'.repeat(22), score: 3 });
    expect([wrong.status, wrong.body['type']]).toEqual([404, 'not-found']);
    expect(await answer(first, 6)).toBe(422);
    expect(await answer(first, 5)).toBe(204);
    const used = await insights.as(null, 'POST', '/api/portal/questionnaires', { code: first, score: 1 });
    expect(used).toMatchObject({ status: 404, body: { type: 'not-found', detail: wrong.body['detail'] } });
    await unreached('call-back', callBacks);
    await unreached('visit', visits);
    await evaluated();
    expect(await answer(second)).toBe(404); // too late
    const kept = await insights.query<{ code_hash: string; words_enc: string | null }>('SELECT * FROM respondent');
    for (const { code_hash } of kept) expect([first, second]).not.toContain(code_hash);
  });

  it('R12.7 the evaluation waits for the answer of whoever was asked last: it may be faster than its event', async () => {
    await answeredCases();
    const { callBacks, visits } = await selected();
    const surveyNo = insights.subjectNo;
    for (const respondent of callBacks) await ask(respondent, 'call-back', 5);
    const [visited] = visits as [Respondent];
    const last = await insights.completeUnheard(
      'satisfaction-survey--visit',
      { score: 1, opinion: '一直漏水', expectation: '修好' },
      { subjectNo: visited.respondentNo, caseNo: visited.caseNo, actorId: 'li' },
    );
    await expect(evaluated()).rejects.toMatchObject({ code: 'answers-on-their-way', kind: 'unavailable' });
    await last.heard();
    await evaluated();
    expect(await insights.events('survey.completed', surveyNo)).toEqual([
      expect.objectContaining({ answered: 4, average: 4 }),
    ]);
  });

  it('R12.7 words are kept sealed, and nobody is asked about a case twice', async () => {
    await answeredCases();
    const { callBacks } = await selected();
    await ask(callBacks[0] as Respondent, 'call-back', 3);
    const [row] = await insights.query<{ words_enc: string }>(`SELECT words_enc FROM respondent WHERE score = 3`);
    expect(row?.words_enc).not.toContain('回电');
    expect(await selected()).toEqual({ callBacks: [], visits: [], questionnaires: 0 });
    expect(await sent()).toEqual([]);
    expect(await evaluated()).toEqual({ belowTarget: false });
    expect(await insights.events('survey.completed')).toEqual([expect.objectContaining({ asked: 0, average: 0 })]);
  });

  it('R12.7 the call-back names the case, not the person, and refuses a score that is none', async () => {
    await answeredCases();
    const { callBacks } = await selected();
    const respondent = callBacks[0] as Respondent;
    const filling = { subjectNo: respondent.respondentNo, caseNo: respondent.caseNo };
    const form = await insights.start('satisfaction-survey--call-back', filling);
    expect(form['about']).toBe(`${respondent.caseNo} 售后 石榴湾，收到 2026-03-02`);
    expect(await insights.refused('satisfaction-survey--call-back', { score: 6 }, filling)).toEqual([
      'opinion required',
      'expectation required',
      'score not-allowed-value',
    ]);
  });

  it('R12.7 started by hand: a number, the start message; only below one’s own units', async () => {
    const started = await insights.as('li', 'POST', '/api/insights/surveys', {});
    expect(started).toMatchObject({ status: 201, body: { surveyNo: 'DC-FH01-20260331-0001' } });
    expect(await insights.messages('start-satisfaction-survey')).toEqual([
      {
        key: 'DC-FH01-20260331-0001',
        variables: expect.objectContaining({
          ...{ subjectNo: 'DC-FH01-20260331-0001', orgId: 'FH01', orgType: 'developer', unitId: 'FH01' },
          ...{ period: '2026-03-31', periodFrom: '2025-04-01', periodUntil: '2026-03-31' },
          posts: expect.objectContaining({ firstContact: ['customer-service'], surveyAnalyst: ['customer-service'] }),
        }) as unknown,
      },
    ]);
    expect((await insights.as('li', 'POST', '/api/insights/surveys', { unitId: 'FH02' })).status).toBe(404);
    expect((await insights.as('seller', 'POST', '/api/insights/surveys', {})).status).toBe(403);
    const days = { from: '2026-03-31', until: '2026-03-01' };
    expect((await insights.as('li', 'POST', '/api/insights/surveys', days)).status).toBe(422);
    expect((await insights.as('li', 'POST', '/api/insights/surveys', { other: 1 })).status).toBe(400);
  });
});
