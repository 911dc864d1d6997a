import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HotTopics, InsightsOverview, ProcessAnalysis, RecurringCauses } from '@huiying/contracts';
import { PublishedModels } from '@huiying/zeebe';
import { CasesConsumer } from '../facts/cases.consumer.js';
import { LimitsConsumer } from '../facts/limits.consumer.js';
import { SealedCountsConsumer } from '../facts/sealed-counts.consumer.js';
import { TasksConsumer } from '../facts/tasks.consumer.js';
import { Insights } from '../testing/insights-harness.js';
import { HotTopicClock } from '../topics/hot-topic-clock.js';

let insights: Insights;
beforeAll(async () => {
  insights = await Insights.open('2026-03-31T10:00:00+08:00');
});
afterAll(() => insights.stop());
beforeEach(() => insights.clear());

const overview = async (login: string, query = '?unit=FH01&period=2026-03') =>
  (await insights.as<InsightsOverview>(login, 'GET', `/api/insights/overview${query}`)).body;
const kept = async (caseNo: string) =>
  (await insights.query<Record<string, unknown>>('SELECT * FROM case_fact WHERE case_no = $1', [caseNo]))[0];

/** The operator deploys `rateFormula` of valid-complaint-rate anew. */
async function publish(edit: (xml: string) => string): Promise<void> {
  const xml = readFileSync(join(process.cwd(), 'bpmn/decisions/valid-complaint-rate.dmn'), 'utf8');
  const file = 'valid-complaint-rate.dmn';
  await insights.query(
    `INSERT INTO models.published (kind, id, version, key, resource_name, content, published_at)
     SELECT 'drg', $1, max(version) + 1, 1, $1, $2, now() FROM models.published WHERE id = $1`,
    [file, edit(xml)],
  );
  await insights.get(PublishedModels).reload();
}

describe('figures of a unit and a period', () => {
  it('R13.2 three complaints and two suggestions, one of them praise: five records, counted apart; no content, no kind', async () => {
    await insights.several(3);
    const [praise, idea] = await insights.several(2, { kind: 'suggestion', text: '表扬管家' });
    const consumer = insights.get(CasesConsumer);
    for (const caseNo of [praise, idea] as string[])
      await insights.told(
        'case.diverted',
        { caseNo, orgId: 'FH01', admission: 'record', reason: 'suggestion', kind: 'suggestion' },
        (event, context) => consumer.diverted(event, context),
      );
    const { now, byKind } = await overview('li');
    expect([now.received, now.suggestions]).toEqual([3, 2]);
    expect(byKind).toEqual([
      { kind: 'after-sales', count: 3 },
      { kind: 'suggestion', count: 2 },
    ]);
    const call = await insights.registered({ kind: null, text: '' });
    expect(await kept(call)).toMatchObject({ kind: null, words: [] });
    expect((await overview('li')).now.received).toBe(4);
  });

  it('R13.8 six valid, two invalid, 1,200 households in a month: 0.50 %; another formula, another rate; no households: not available', async () => {
    for (const caseNo of await insights.several(6)) await insights.accepted(caseNo);
    const consumer = insights.get(CasesConsumer);
    for (const caseNo of await insights.several(2))
      await insights.told(
        'case.diverted',
        { caseNo, orgId: 'FH01', admission: 'pass', reason: 'not-valid', kind: 'after-sales' },
        (event, context) => consumer.diverted(event, context),
      );
    expect((await overview('li')).now).toMatchObject({ valid: 6, invalid: 2, validComplaintRate: null });
    const enter = (households: number) =>
      insights.as('li', 'PUT', '/api/insights/households', { unitId: 'FH01', validFrom: '2026-03-01', households });
    expect((await enter(1_200)).status).toBe(204);
    expect((await overview('li')).now).toMatchObject({ households: 1_200, validComplaintRate: 0.5 });
    expect((await overview('boss', '?unit=JT&period=2026-03')).now).toMatchObject({ validComplaintRate: 0.5 });
    await publish((xml) => xml.replace('validComplaints / households * 100', 'validComplaints / households * 1000'));
    expect((await overview('li')).now).toMatchObject({ validComplaintRate: 5 });
    await publish((xml) => xml);
    await enter(0);
    expect((await overview('li')).now).toMatchObject({ households: 0, validComplaintRate: null });
    expect((await enter(-1)).status).toBe(422);
    expect((await insights.as('lead', 'PUT', '/api/insights/households', {})).status).toBe(403);
  });

  it('answered in time or late, satisfied, open and overdue', async () => {
    const [late, onTime, open] = await insights.several(3);
    const limits = insights.get(LimitsConsumer);
    const limit = (caseNo: string) => ({
      ...{ caseNo, orgId: 'FH01', deadlineId: `d-${caseNo}`, subjectNo: caseNo, limitId: 'R04.13' },
      ...{ startedAt: '2026-03-02T12:00:00+08:00', dueAt: '2026-03-23T23:59:59+08:00' },
      ...{ calendarVersion: 'v1', provisional: false },
    });
    for (const caseNo of [late, open] as string[])
      await insights.told(
        'deadline.missed',
        { ...limit(caseNo), count: 1, onMissed: 'escalate', at: '2026-03-24T00:00:00+08:00' },
        (event, context) => limits.told(event as never, context),
      );
    // Computed anew when the case became complex: still the same limit, and missed.
    const anew = { ...limit(open as string), amount: 30, unit: 'wd' as const, replaces: `d-${open}` };
    await insights.told('deadline.started', { ...anew, at: '2026-03-10T00:00:00+08:00' }, (event, context) =>
      limits.told(event as never, context),
    );
    await insights.told(
      'deadline.met',
      { ...limit(late as string), usedPercent: 110, at: '2026-03-25T00:00:00+08:00' },
      (event, context) => limits.told(event as never, context),
    );
    // A window that passed is no delay, and neither is what was met in time and told after its end.
    const window = {
      ...limit(onTime as string),
      deadlineId: 'd-window',
      limitId: 'R04.12',
      count: 1,
      onMissed: 'path' as const,
    };
    await insights.told('deadline.missed', { ...window, at: '2026-03-24T00:00:00+08:00' }, (event, context) =>
      limits.told(event as never, context),
    );
    for (const [type, more] of [
      ['deadline.missed', { count: 1, onMissed: 'escalate' }],
      ['deadline.met', { usedPercent: 70 }],
    ] as const)
      await insights.told(
        type,
        { ...limit(onTime as string), ...more, at: '2026-03-24T00:00:00+08:00' },
        (event, context) => limits.told(event as never, context),
      );
    await insights.answered(late as string, '2026-03-25T10:00:00+08:00');
    await insights.answered(onTime as string, '2026-03-10T10:00:00+08:00');
    const consumer = insights.get(CasesConsumer);
    await insights.told(
      'rating.received',
      { caseNo: onTime, orgId: 'FH01', score: 5, satisfied: true },
      (event, context) => consumer.rated(event, context),
    );
    const { now, before } = await overview('manager');
    expect(now).toMatchObject({ answered: 2, late: 1, onTimePercent: 50, satisfiedPercent: 100, open: 3, overdue: 1 });
    expect(before).toMatchObject({ received: 0, onTimePercent: null, satisfiedPercent: null });
  });

  it('R10.10 figures of a region: its own are shown, another region is not there, as a unit that does not exist', async () => {
    await insights.several(2);
    await insights.several(1, { orgId: 'FH03' });
    expect((await overview('chief', '?period=2026-03')).now.received).toBe(2);
    expect((await overview('other', '?period=2026-03')).now.received).toBe(1);
    for (const unit of ['PQ2', 'FH03', 'JT', 'nowhere']) {
      const answer = await insights.as('chief', 'GET', `/api/insights/overview?unit=${unit}`);
      expect([answer.status, answer.body['type']]).toEqual([404, 'not-found']);
    }
    const units = await insights.as<{ items: { id: string }[] }>('chief', 'GET', '/api/insights/units');
    expect(units.body.items.map(({ id }) => id)).toEqual(['PQ1', 'FH01', 'FH02']);
    expect((await insights.as('seller', 'GET', '/api/insights/overview')).status).toBe(403);
    expect((await insights.as(null, 'GET', '/api/insights/overview')).status).toBe(401);
    expect((await insights.as('chief', 'GET', '/api/insights/overview?period=March')).status).toBe(422);
  });

  it('a complaint that turns out to be a report is forgotten; reports are one figure at the group, 少于 5', async () => {
    const caseNo = await insights.registered({ kind: null, text: '举报同事收受回扣，渗水' });
    expect((await kept(caseNo))?.['words']).not.toEqual([]);
    const consumer = insights.get(CasesConsumer);
    await insights.told(
      'case.diverted',
      { caseNo, orgId: 'FH01', admission: 'divert', reason: 'other', kind: null, target: 'other-procedure' },
      (event, context) => consumer.diverted(event, context),
    );
    expect(await kept(caseNo)).toMatchObject({ sealed: true, words: [], kind: null, topic: null, project: null });
    const counts = insights.get(SealedCountsConsumer);
    for (let n = 0; n < 4; n++)
      await insights.told(
        'employee-report.registered',
        { orgId: 'FH01', at: '2026-03-02' } as never,
        (event, context) => counts.counted(event as never, context),
      );
    expect((await overview('boss', '?unit=JT&period=2026-03')).sealed).toEqual([
      { kind: 'employee-report', year: 2026, count: { fewerThan: 5 } },
    ]);
    expect((await overview('manager')).sealed).toEqual([]);
  });

  it('the same events again, or in another order, give the same facts', async () => {
    const consumer = insights.get(CasesConsumer);
    const event = { caseNo: 'TS-FH01-20260302-9001', orgId: 'FH01' };
    insights.neighbours.handlings.set(event.caseNo, { caseNo: event.caseNo, causeCode: 'workmanship' } as never);
    const archive = () =>
      insights.told(
        'case.archived',
        { ...event, kind: 'sales', severity: 'general', justified: 'yes', valid: true, malicious: null, rounds: 1 },
        (one, context) => consumer.archived(one, context),
      );
    await archive();
    await archive();
    await insights.answered(event.caseNo, '2026-03-10T10:00:00+08:00');
    expect(await kept(event.caseNo)).toMatchObject({ kind: 'sales', cause_code: 'workmanship', received_at: null });
    expect((await overview('li')).now.received).toBe(0);
  });
});

describe('process analysis', () => {
  const task = (n: number, more: object = {}) => ({
    ...{ caseNo: `TS-FH01-20260302-${n}`, orgId: 'FH01', taskId: `t${n}`, subjectNo: `TS-FH01-20260302-${n}` },
    ...{ process: 'eligibility-check', version: 1, element: 'review-intake', group: 'intake-desk' },
    ...more,
  });
  const DAY = 86_400;
  const analysis = async (login: string, query = '?unit=FH01&period=2026-03') =>
    (await insights.as<ProcessAnalysis>(login, 'GET', `/api/insights/processes${query}`)).body;

  it('R06.1 twenty cases, eligibility waits 3 days of 4: waits, hand-overs and repeated steps per element', async () => {
    const tasks = insights.get(TasksConsumer);
    for (let n = 1; n <= 20; n++) {
      await insights.told('task.created', task(n, { at: '2026-03-02T10:00:00+08:00' }), (event, context) =>
        tasks.created(event, context),
      );
      await insights.told(
        'task.completed',
        task(n, {
          at: '2026-03-06T10:00:00+08:00',
          waitedSeconds: 3 * DAY,
          workedSeconds: DAY,
          onBehalf: false,
        }) as never,
        (event, context) => tasks.completed(event, context),
      );
    }
    // Six were handed on to a colleague, and five cases were reviewed twice, the second time at another desk.
    for (let n = 1; n <= 6; n++)
      for (let twice = 0; twice < 2; twice++)
        await insights.told(
          'task.assigned',
          task(n, { assigneeId: 'li', because: 'delegate' }) as never,
          (event, context) => tasks.handedOver(event, context),
          `event-${n}`,
        );
    for (let n = 1; n <= 5; n++)
      await insights.told(
        'task.created',
        task(n, { taskId: `again${n}`, group: 'customer-service', at: '2026-03-07T10:00:00+08:00' }),
        (event, context) => tasks.created(event, context),
      );
    const [eligibility] = (await analysis('li')).processes;
    expect(eligibility).toMatchObject({
      process: 'eligibility-check',
      waitedSeconds: 60 * DAY,
      totalSeconds: 80 * DAY,
      waitPercent: 75,
    });
    expect(eligibility?.elements).toEqual([
      expect.objectContaining({
        element: 'review-intake',
        tasks: { count: 25 },
        handOvers: { count: 11 },
        repeats: { count: 5 },
        open: { count: 5 },
      }),
    ]);
  });

  it('R06.1 of fewer than five tasks no times are said: a person could be recognised', async () => {
    const tasks = insights.get(TasksConsumer);
    for (let n = 1; n <= 4; n++) {
      await insights.told('task.created', task(n, { at: '2026-03-02T10:00:00+08:00' }), (event, context) =>
        tasks.created(event, context),
      );
      await insights.told(
        'task.completed',
        task(n, { waitedSeconds: 60, workedSeconds: 60, onBehalf: false }) as never,
        (event, context) => tasks.completed(event, context),
      );
    }
    const [few] = (await analysis('li')).processes;
    expect(few).toMatchObject({ waitedSeconds: null, waitPercent: null });
    expect(few?.elements[0]).toMatchObject({ tasks: { fewerThan: 5 }, waitedSeconds: null, repeats: { count: 0 } });
    expect((await analysis('designer', '?period=2026-03')).processes).toHaveLength(1);
    expect((await insights.as('designer', 'GET', '/api/insights/overview')).status).toBe(404);
  });
});

describe('hot topics and recurring causes', () => {
  const hot = async (login = 'li') =>
    (await insights.as<HotTopics>(login, 'GET', '/api/insights/hot-topics?unit=FH01&period=2026-03')).body.items;

  it('R06.5 eight complaints on 渗水 in one project in a week, before one: a hot topic by subject, place, company, period', async () => {
    await insights.registered({ on: '2026-03-20', text: '卫生间渗水' });
    await insights.several(7, { on: '2026-03-27', text: '外墙渗水' });
    await insights.several(8, { on: '2026-03-28', project: '翡翠湾', text: '电梯困人' });
    await insights.several(8, { on: '2026-03-15', project: '翡翠湾', text: '电梯困人' });
    await insights.get(HotTopicClock).look();
    expect((await hot()).filter(({ word }) => word === '渗水')).toEqual([
      expect.objectContaining({ count: 7, before: 1 }),
    ]);
    await insights.query('TRUNCATE hot_topic, clock_run');
    await insights.registered({ on: '2026-03-29', text: '厨房渗水' });
    await insights.get(HotTopicClock).look();
    const topics = (await hot()).filter(({ word }) => word === '渗水');
    expect(topics).toEqual([
      {
        hotTopicId: topics[0]?.hotTopicId,
        word: '渗水',
        orgId: 'FH01',
        organisation: 'FH01',
        projectId: 'p1',
        project: '石榴湾',
        from: '2026-03-25',
        to: '2026-03-31',
        count: 8,
        before: 1,
        detectedAt: '2026-03-31T10:00:00+08:00',
      },
    ]);
    expect(await insights.events('hot-topic.detected', topics[0]?.hotTopicId)).toEqual([
      expect.objectContaining({ word: '渗水', count: 8, before: 1, from: '2026-03-25', to: '2026-03-31' }),
    ]);
    expect((await insights.query<{ words: string[] }>('SELECT words FROM case_fact'))[0]?.words).toEqual(['渗水']);
    // Within the hour nothing is looked for again, within the week nothing told twice.
    await insights.get(HotTopicClock).look();
    await insights.query('TRUNCATE clock_run');
    await insights.get(HotTopicClock).look();
    expect((await hot()).filter(({ word }) => word === '渗水')).toHaveLength(1);
    expect(await hot('chief')).toEqual(await hot());
  });

  it('R06.5 counted by hand: four here and four there are none; five of each are two topics, each with its company, place and days', async () => {
    const hottest = async (period: string) =>
      (await insights.as<HotTopics>('boss', 'GET', `/api/insights/hot-topics?unit=JT&period=${period}`)).body.items
        .map(({ word, orgId, project, from, to, count, before }) => [word, orgId, project, from, to, count, before])
        .sort();
    const leak = { on: '2026-03-28', text: '渗水' };
    await insights.several(4, leak);
    await insights.several(4, { ...leak, orgId: 'FH03' });
    await insights.get(HotTopicClock).look();
    expect(await hottest('2026-03')).toEqual([]);
    await insights.query('TRUNCATE clock_run');
    await insights.registered(leak);
    await insights.registered({ ...leak, orgId: 'FH03' });
    await insights.registered({ ...leak, project: '翡翠湾' }); // another place: counted for itself
    await insights.registered({ ...leak, on: '2026-03-24' }); // the day before the week
    await insights.get(HotTopicClock).look();
    expect(await hottest('2026-03')).toEqual([
      ['渗水', 'FH01', '石榴湾', '2026-03-25', '2026-03-31', 5, 1],
      ['渗水', 'FH03', '石榴湾', '2026-03-25', '2026-03-31', 5, 0],
    ]);
    expect(await hottest('2026-02')).toEqual([]);
  });

  it('R06.5 as many the week before, or too few: nothing; R03.11 a cause is a subject as well', async () => {
    await insights.several(5, { on: '2026-03-20', text: '渗水' });
    await insights.several(8, { on: '2026-03-28', text: '渗水' });
    await insights.several(4, { on: '2026-03-28', project: '翡翠湾', text: '裂缝' });
    await insights.get(HotTopicClock).look();
    expect(await hot()).toEqual([]);
    for (const caseNo of await insights.several(5, { on: '2026-03-28', project: '翡翠湾', text: '其他' }))
      await insights.archived(caseNo, 'workmanship');
    await insights.query('TRUNCATE clock_run');
    await insights.get(HotTopicClock).look();
    expect((await hot()).map(({ word, project, count }) => [word, project, count])).toEqual([
      ['施工工艺', '翡翠湾', 5],
    ]);
  });

  it('R02.2 R03.11 one cause three times in a quarter, in quality, property service and sales service; two times: none', async () => {
    const close = async (kind: string, cause: string, count: number) => {
      for (const caseNo of await insights.several(count, { kind })) await insights.archived(caseNo, cause, { kind });
    };
    await close('construction-quality', 'workmanship', 2);
    const [repaired] = (await insights.several(1)) as [string];
    insights.neighbours.others.set(`/internal/quality-settlements/${repaired}`, { causeCode: 'workmanship' });
    await insights.archived(repaired, null); // settled by a repair, without a decision
    await close('property-service', 'staff-attitude', 3);
    await close('sales', 'information', 3);
    await close('sales', 'charges', 2);
    await close('property-service', 'complainant', 3); // nobody's fault but theirs: no problem of ours
    const path = '/api/insights/recurring?unit=FH01&period=2026-Q1';
    const { body } = await insights.as<RecurringCauses>('li', 'GET', path);
    expect(body).toMatchObject({ from: '2026-01-01', until: '2026-03-31', recurringFrom: 3 });
    expect(body.items).toEqual([
      { area: 'property', causeCode: 'staff-attitude', count: 3 },
      { area: 'quality', causeCode: 'workmanship', count: 3 },
      { area: 'sales', causeCode: 'information', count: 3 },
    ]);
  });
});
