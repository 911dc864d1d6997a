import type { EmergencyList, EmergencyView } from '@huiying/contracts';
import { Emergencies, RELEASE, TEAM } from '../testing/emergency-harness.js';
import { CorrectPublicationWorker } from '../releases/correct-publication.worker.js';
import { PublishInformationWorker } from '../releases/publish-information.worker.js';
import { CloseResponseWorker } from './close-response.worker.js';
import { StartResponseWorker } from './start-response.worker.js';

const FORM = {
  team: 'emergency-response--form-team',
  direct: 'emergency-response--direct',
  site: 'emergency-response--handle-on-site',
  coordinate: 'emergency-response--coordinate',
  monitor: 'emergency-response--monitor-site',
  opinion: 'emergency-response--guide-opinion',
  draft: 'emergency-response--draft-release',
  assess: 'emergency-response--assess',
} as const;
const ACTIONS = [
  { at: '2026-03-02T10:20:00+08:00', action: '拉警戒线', outcome: '行人绕行' },
  { at: '2026-03-02T10:40:00+08:00', action: '清除松动面砖', outcome: '已清除 12 处' },
];

describe('emergency response', () => {
  let emergencies: Emergencies;

  beforeAll(async () => {
    emergencies = await Emergencies.open();
  });
  afterAll(() => emergencies.stop());

  const view = async (login = 'zong') =>
    (await emergencies.as<EmergencyView>(login, 'GET', `/api/emergency/${emergencies.subjectNo}`)).body;
  const start = (variables: object = {}) =>
    emergencies.job(StartResponseWorker, 'emergency-response.start-response', { severity: 'major', ...variables });
  const publish = (outcomeId: string) =>
    emergencies.job(PublishInformationWorker, 'emergency-response.publish-information', { outcomeId });
  const assess = (answers: object) =>
    emergencies.complete(FORM.assess, { summary: '已处置', revise: false, ...answers }, { actorId: 'zong' });
  const close = (result: string, revise = false) =>
    emergencies.job(CloseResponseWorker, 'emergency-response.close-response', { result, revise });
  const draft = (answers: object = {}) =>
    emergencies.complete(FORM.draft, { ...RELEASE, ...answers }, { actorId: 'mei', group: 'marketing' });

  it('R08.5 R08.7 the decision starts the response once: with the case’s facts and why', async () => {
    const caseNo = await emergencies.fresh();
    await start({ dangerToPersons: false, disturbsOperation: true });
    const mine = async () =>
      (await emergencies.messages('start-emergency-response')).filter(({ key }) => key === caseNo);
    expect(await mine()).toEqual([
      {
        key: caseNo,
        variables: expect.objectContaining({ subjectNo: caseNo, because: 'decision', projectType: 'residential' }),
      },
    ]);
    await emergencies.alert();
    await start({ dangerToPersons: true });
    await close('over');
    await start({ dangerToPersons: true });
    expect(await mine()).toHaveLength(1);
  });

  it.each([
    ['danger to persons', 'decision', { dangerToPersons: true }, 'danger-to-persons'],
    ['operation may suffer', 'decision', { dangerToPersons: false, disturbsOperation: true }, 'disturbs-operation'],
    ['standing may suffer', 'decision', { dangerToPersons: false, harmsStanding: true }, 'harms-standing'],
    ['one risk is not excluded', 'decision', { dangerToPersons: false, harmsStanding: null }, 'risk-not-excluded'],
    ['a diverted case with danger', 'danger', {}, 'danger-to-persons'],
    ['by hand, whatever the flags say', 'by-hand', { dangerToPersons: true }, 'by-hand'],
  ])('R08.7 says why it started: %s', async (_, because, risks, reason) => {
    const caseNo = await emergencies.fresh();
    await emergencies.alert({ because, ...risks });
    expect(await emergencies.events('emergency.activated', caseNo)).toEqual([
      expect.objectContaining({ caseNo, orgId: 'FH01', because, reason }),
    ]);
  });

  it.each(['residential', 'commercial', 'office'])(
    'R08.1 the record names the type of a %s project',
    async (projectType) => {
      await emergencies.fresh({ projectType });
      await emergencies.alert();
      expect(await view()).toMatchObject({ projectType, because: 'decision', closedAt: null, round: 1, n: 1 });
    },
  );

  it('R08.2 R08.8 every member on file is told at once by role: the new head of finance, not the one who was replaced', async () => {
    await emergencies.query(`UPDATE access.holding SET valid_until = $1 WHERE person_id = 'qian'`, [
      emergencies.clock.now(),
    ]);
    for (const role of ['finance', 'emergency-leading-group']) {
      await emergencies.query(
        `INSERT INTO access.holding (person_id, role, unit_id, valid_from) VALUES ('li', $1, 'FH01-CW', $2)`,
        [role, new Date('2026-03-01T00:00:00+08:00')],
      );
    }
    const caseNo = await emergencies.fresh();
    emergencies.clock.set('2026-03-02T10:00:00+08:00');
    await emergencies.alert();
    const { alerted } = await view();
    expect(alerted.map(({ role, person }) => `${role} ${person.id}`)).toEqual([
      'emergency-leading-group li',
      'emergency-leading-group zong',
      'emergency-office shou',
    ]);
    expect(alerted.every(({ at }) => at === '2026-03-02T10:00:00+08:00')).toBe(true);
    expect((await emergencies.as('li', 'GET', `/api/emergency/${caseNo}`)).status).toBe(200);
    expect((await emergencies.as('qian', 'GET', `/api/emergency/${caseNo}`)).status).toBe(404);
    const form = await emergencies.start(FORM.team, { actorId: 'shou' });
    expect(form['alerted']).toContain('投诉处理领导小组');
  });

  it('R08.8 the team: engineering and marketing preset at a developer; nobody unknown, no post without a holder', async () => {
    await emergencies.fresh();
    await emergencies.alert();
    expect(await emergencies.start(FORM.team, { actorId: 'shou' })).toMatchObject({
      monitorLead: 'engineering',
      spokesperson: 'marketing',
      departments: ['engineering'],
      facts: expect.stringContaining('二号楼外墙砖掉落'),
    });
    expect(await emergencies.refused(FORM.team, {})).toEqual([
      'siteLead required',
      'members required',
      'monitorLead required',
      'spokesperson required',
      'plan required',
      'departments required',
    ]);
    expect(await emergencies.refused(FORM.team, { ...TEAM, siteLead: 'nobody', members: [{ person: 'x' }] })).toEqual([
      'siteLead unknown-person',
      'members.0.person unknown-person',
    ]);
    expect(
      await emergencies.refused(FORM.team, { ...TEAM, spokesperson: 'hr', departments: ['title-office'] }),
    ).toEqual(['spokesperson role-without-holder', 'departments role-without-holder']);
    await emergencies.query(
      `INSERT INTO access.case_relation (case_no, rel, person_id, source) VALUES ($1, 'conflicted', 'zhou', 'recusal')`,
      [emergencies.subjectNo],
    );
    expect(await emergencies.refused(FORM.team, TEAM)).toEqual(['siteLead person-conflicted']);
  });

  it('R08.8 construction company: the general manager is alerted, the office’s post is preset for monitoring and speaking', async () => {
    await emergencies.fresh({ orgId: 'JZ01', orgType: 'construction-company' });
    await emergencies.alert({ orgId: 'JZ01', orgType: 'construction-company' });
    const { alerted } = await view('jzong');
    expect(alerted.map(({ role, person }) => `${role} ${person.id}`)).toEqual([
      'construction-engineering jgong',
      'general-manager jzong',
    ]);
    const preset = await emergencies.start(FORM.team, { actorId: 'jgong' });
    expect(preset).toMatchObject({ monitorLead: 'construction-engineering', spokesperson: 'construction-engineering' });
    const team = {
      ...TEAM,
      siteLead: 'jgong',
      members: [{ person: 'jgong' }],
      monitorLead: preset['monitorLead'],
      spokesperson: preset['spokesperson'],
      departments: ['construction-engineering'],
    };
    expect((await emergencies.check(FORM.team, team, { actorId: 'jgong' })).body.variables).toEqual({
      siteLead: 'jgong',
      monitorLead: 'construction-engineering',
      spokesperson: 'construction-engineering',
      departments: ['construction-engineering'],
    });
  });

  it('R08.10 the 现场负责人 records two actions, both with their time on the response; none of tomorrow', async () => {
    const caseNo = await emergencies.withTeam();
    emergencies.clock.set('2026-03-02T11:00:00+08:00');
    const tomorrow = { ...ACTIONS[0], at: '2026-03-03T10:20:00+08:00' };
    expect(await emergencies.refused(FORM.site, { actions: [] })).toEqual(['actions required']);
    expect(await emergencies.refused(FORM.site, { actions: [{ ...ACTIONS[0], outcome: ' ' }, tomorrow] })).toEqual([
      'actions.0.outcome required',
      'actions.1.at in-the-future',
    ]);
    await emergencies.complete(FORM.site, { actions: ACTIONS }, { actorId: 'zhou' });
    const { measures } = await view('zhou');
    expect(measures).toEqual([
      expect.objectContaining({
        kind: 'site-action',
        round: 1,
        department: 'site-team',
        happenedAt: '2026-03-02T10:20:00+08:00',
        recordedAt: '2026-03-02T11:00:00+08:00',
        said: { action: '拉警戒线', outcome: '行人绕行' },
      }),
      expect.objectContaining({ kind: 'site-action', happenedAt: '2026-03-02T10:40:00+08:00' }),
    ]);
    expect(await emergencies.events('emergency.measure-done', caseNo)).toMatchObject([
      { measure: 'site-action', department: 'site-team' },
    ]);
  });

  it('R08.8 each measure is tracked: who, for which department, when; the leading group sees them, texts stay sealed', async () => {
    const caseNo = await emergencies.withTeam();
    const tracked = [
      [FORM.direct, { directive: '先疏散', execution: '已疏散' }, 'zong', 'emergency-leading-group'],
      [FORM.coordinate, { measure: '备款十万元', completion: '已到位' }, 'li', 'finance'],
      [FORM.coordinate, { measure: '排查外墙', completion: '完成一半' }, 'gong', 'engineering'],
      [FORM.monitor, { arrangement: '三班值守', situation: '平稳' }, 'gong', 'engineering'],
      [FORM.opinion, { line: '以通报为准', monitoring: '无负面' }, 'mei', 'marketing'],
    ] as const;
    for (const [form, answers, actorId, group] of tracked) {
      expect(await emergencies.refused(form, {}, { actorId, group })).toHaveLength(2);
      await emergencies.complete(form, answers, { actorId, group });
    }
    const { measures } = await view();
    expect(measures.map(({ kind, department, person }) => `${kind} ${department} ${person.id}`)).toEqual([
      'directive emergency-leading-group zong',
      'department finance li',
      'department engineering gong',
      'monitoring engineering gong',
      'opinion marketing mei',
    ]);
    expect((await emergencies.events('emergency.measure-done', caseNo)).map(({ measure }) => measure)).toEqual(
      measures.map(({ kind }) => kind),
    );
    const site = await emergencies.start(FORM.site, { actorId: 'zhou' });
    expect(site['plan']).toContain('先疏散');
    // Whoever acts sees whom to turn to; who orders sees the plan, who writes sees what was done, who speaks what was said.
    for (const form of [FORM.coordinate, FORM.monitor, FORM.opinion, FORM.draft, FORM.direct, FORM.assess])
      expect((await emergencies.start(form, { actorId: 'mei', group: 'marketing' }))['plan']).toContain('现场负责人：');
    const spoken = { actorId: 'mei', group: 'marketing' };
    expect((await emergencies.start(FORM.draft, spoken))['progress']).toContain('排查外墙');
    await publish(await draft());
    expect((await emergencies.start(FORM.opinion, spoken))['published']).toContain(RELEASE.content);
    const progress = (await emergencies.start(FORM.assess, { actorId: 'zong' }))['progress'];
    expect(progress).toContain('备款十万元');
    const raw = JSON.stringify(await emergencies.query(`SELECT measure_entry::text FROM measure_entry`));
    expect(raw).not.toContain('备款十万元');
  });

  it('R08.8 a release is reviewed by a leader who did not write it, and published on its channels once', async () => {
    const caseNo = await emergencies.withTeam();
    const who = { actorId: 'mei', group: 'marketing' };
    const offered = (await emergencies.start(FORM.draft, who))['leaders'] as { value: string; label: string }[];
    expect(offered.map(({ value }) => value)).toContain('zong'); // who may review is offered by name, not the drafter's colleagues
    expect(((await emergencies.start(FORM.draft, { actorId: 'zong' }))['leaders'] as unknown[]).length).toBe(
      offered.length - 1,
    );
    expect(await emergencies.refused(FORM.draft, { nothingNew: false }, who)).toEqual([
      'content required',
      'channels required',
      'approvedBy required',
    ]);
    expect(await emergencies.refused(FORM.draft, { nothingNew: true }, who)).toEqual(['nothingNew release-required']);
    expect(await emergencies.refused(FORM.draft, { ...RELEASE, approvedBy: 'gong' }, who)).toEqual([
      'approvedBy not-a-leader',
    ]);
    expect(await emergencies.refused(FORM.draft, RELEASE, { actorId: 'zong' })).toEqual(['approvedBy same-person']);
    expect(await emergencies.refused(FORM.draft, { ...RELEASE, channels: ['rumour'] }, who)).toEqual([
      'channels unknown-code',
    ]);
    const outcomeId = await draft({ channels: ['website', 'owners-group'] });
    await publish(outcomeId);
    await publish(outcomeId);
    expect(await emergencies.events('information.published', caseNo)).toMatchObject([
      { channel: 'website', correction: false },
      { channel: 'owners-group', correction: false },
    ]);
    expect((await view()).releases).toMatchObject([
      { content: RELEASE.content, draftedBy: { id: 'mei' }, approvedBy: { id: 'zong' }, corrects: null },
    ]);
  });

  it('R08.10 R08.9 continue: a second round, in which nothing new need be published; then over', async () => {
    const caseNo = await emergencies.withTeam();
    await publish(await draft());
    await assess({ result: 'continue' });
    expect(await view()).toMatchObject({ round: 2, closedAt: null });
    const silent = await draft({ nothingNew: true, content: '', channels: [], approvedBy: '' });
    await publish(silent);
    expect(await emergencies.events('information.published', caseNo)).toHaveLength(1);
    emergencies.clock.set('2026-03-02T11:00:00+08:00');
    await emergencies.complete(FORM.site, { actions: [ACTIONS[0]] }, { actorId: 'zhou' });
    expect((await view()).measures.map(({ kind }) => kind).sort()).toEqual(['assessment', 'site-action']);
    expect((await view()).measures.find(({ kind }) => kind === 'site-action')).toMatchObject({ round: 2 });
    expect((await emergencies.internal(`/internal/emergencies/${caseNo}/lesson`)).status).toBe(404);
    await assess({ result: 'over', revise: true, summary: '先疏散，再断水' });
    await close('over', true);
    expect(await view()).toMatchObject({ result: 'over', revise: true });
    const lesson = await emergencies.internal(`/internal/emergencies/${caseNo}/lesson`);
    expect(lesson.body).toEqual({ caseNo, summary: '先疏散，再断水' });
    expect(await emergencies.events('emergency.closed', caseNo)).toMatchObject([
      { result: 'over', revise: true, rounds: 2 },
    ]);
    expect((await emergencies.check(FORM.draft, RELEASE, { actorId: 'mei' })).body.type).toBe('emergency-unknown');
  });

  it('R08.8 false alarm: every release that stands is corrected on its channels, once though two rounds published', async () => {
    const caseNo = await emergencies.withTeam();
    await publish(await draft());
    await assess({ result: 'continue' });
    await publish(await draft({ content: '现场恢复', channels: ['briefing'] }));
    await assess({ result: 'false-alarm' });
    const correct = () => emergencies.job(CorrectPublicationWorker, 'emergency-response.correct-publication');
    await correct();
    await correct();
    await close('false-alarm');
    const corrections = (await emergencies.events('information.published', caseNo)).filter(
      ({ correction }) => correction === true,
    );
    expect(corrections.map(({ channel }) => channel)).toEqual(['website', 'briefing']);
    const { releases, result } = await view();
    expect(result).toBe('false-alarm');
    expect(releases.filter(({ corrects }) => corrects !== null)).toHaveLength(2);
    expect(releases.at(-1)?.content).toContain('误报');
    expect(releases.at(-1)?.content).toContain('现场恢复');
  });

  it('R08.7 after it was closed, a person may start another one', async () => {
    await emergencies.withTeam();
    await close('false-alarm');
    await emergencies.alert({ because: 'by-hand' });
    expect(await view()).toMatchObject({ n: 2, because: 'by-hand', closedAt: null, team: null });
  });

  it('lists what the caller may read: running and closed, by cursor; no stranger, no unknown field', async () => {
    const running = await emergencies.withTeam();
    const list = async (login: string, query = '') =>
      emergencies.as<EmergencyList>(login, 'GET', `/api/emergency${query}`);
    const mine = (await list('zong', '?state=running')).body.items.find(({ caseNo }) => caseNo === running);
    expect(mine).toMatchObject({ caseNo: running, result: null, siteLead: { id: 'zhou' } });
    expect((await list('zong', '?state=closed')).body.items.every(({ closedAt }) => closedAt !== null)).toBe(true);
    expect((await list('wang')).body.items).toEqual([]);
    expect((await list('zong', '?state=open')).status).toBe(400);
    expect((await list('zong', '?cursor=nonsense')).status).toBe(400);
    expect((await emergencies.as('wang', 'GET', `/api/emergency/${running}`)).status).toBe(403);
    expect((await emergencies.as(null, 'GET', '/api/emergency')).status).toBe(401);
  });
});
