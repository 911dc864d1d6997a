import type { InternalCorrectiveAction, ParameterHistory, RulebookVersions, RulebookView } from '@huiying/contracts';
import { readFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { AcceptedCasesConsumer } from '../rulebook/accepted-cases.consumer.js';
import { RulebookInChinese1795802000001 } from '../migrations/1795802000001-RulebookInChinese.js';
import { FIRST_TEXTS_EN } from '../rulebook/first-texts.en.js';
import { FIRST_TEXTS } from '../rulebook/first-texts.js';
import { Studio } from '../testing/studio-harness.js';
import { OpenRevisionWorker } from './open-revision.worker.js';
import { PublishVersionWorker } from './publish-version.worker.js';

const DRAFT = 'rule-revision--draft';
const APPROVE = 'rule-revision--approve';
const PLAN = {
  target: 'D08',
  content: '地产投诉应急预案\n第二版',
  reason: '上次应急的总结',
  effectiveOn: '2026-03-10',
};

describe('revisions', () => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await Studio.open();
  });
  afterAll(() => studio.stop());
  beforeEach(() => studio.clock.set('2026-03-02T10:00:00+08:00'));

  const drafted = (by: string, draft: object) => studio.complete(DRAFT, { ...draft }, { actorId: by });
  /** Approves and publishes as the process does. */
  const approved = async (by: string, draft: { target: string; effectiveOn: string }) => {
    const outcomeId = await studio.complete(APPROVE, { approved: 'yes', opinion: '同意' }, { actorId: by });
    await studio.job(PublishVersionWorker, 'studio.publish-version', {
      outcomeId,
      revisionTarget: draft.target,
      effectiveOn: draft.effectiveOn,
    });
  };
  const rulebook = async (at: string, login = 'desk') =>
    (await studio.as<RulebookView>(login, 'GET', `/api/rulebook?at=${at}`)).body;
  const text = async (document: string, at: string, login = 'desk') =>
    (await rulebook(at, login)).items.find((item) => item.document === document);

  it('R08.9 the leading group drafts; before approval the old plan runs, from its effective date the new one', async () => {
    const revisionNo = await studio.revision('gm', 'emergency-plan');
    expect(revisionNo).toBe('XD-FH01-20260302-0001');
    const [start] = (await studio.messages('start-rule-revision')).slice(-1);
    expect(start).toMatchObject({
      key: revisionNo,
      variables: {
        subjectNo: revisionNo,
        orgId: 'FH01',
        revisionKind: 'emergency-plan',
        drafterGroup: 'emergency-leading-group',
        posts: { head: ['general-manager'] },
      },
    });
    const shown = await studio.start(DRAFT, { actorId: 'lead' });
    expect(shown).toMatchObject({ kind: '应急预案', target: 'D08' });
    expect(shown['content']).toContain('R08.9 预案修订');
    await drafted('lead', PLAN);
    expect((await text('D08', '2026-03-10'))?.version).toBe(1);

    expect(await studio.start(APPROVE, { actorId: 'gm' })).toMatchObject({
      target: 'D08 地产投诉应急预案',
      drafter: 'lead',
      effectiveOn: '2026-03-10',
      changes: expect.stringContaining('＋ 第二版') as string,
    });
    await approved('gm', PLAN);
    expect(await studio.events('revision.approved', revisionNo)).toMatchObject([
      { revisionNo, target: 'plan', effectiveOn: '2026-03-10', actorId: 'gm' },
    ]);
    expect(await text('D08', '2026-03-09')).toMatchObject({ version: 1 });
    expect(await text('D08', '2026-03-10')).toMatchObject({ version: 2, text: PLAN.content });
  });

  it('R08.9 approved after the day that was drafted: in force from the approval, not a day before', async () => {
    await studio.revision('gm', 'emergency-plan');
    const late = { ...PLAN, content: '地产投诉应急预案\n迟批的一版', effectiveOn: '2026-03-03' };
    await drafted('lead', late);
    studio.clock.set('2026-03-12T09:00:00+08:00');
    expect((await text('D08', '2026-03-12'))?.text).not.toBe(late.content);
    await approved('gm', late);
    expect((await text('D08', '2026-03-11'))?.text).not.toBe(late.content);
    expect((await text('D08', '2026-03-12'))?.text).toBe(late.content);
  });

  it('R08.9 the author does not approve the own draft', async () => {
    await studio.revision('gm', 'emergency-plan');
    await drafted('gm2', { ...PLAN, content: '另一版' });
    const own = await studio.check(APPROVE, { approved: 'yes', opinion: '同意' }, { actorId: 'gm2' });
    expect(own).toMatchObject({ status: 403, body: { type: expect.stringContaining('same-person') as string } });
    const back = await studio.check(APPROVE, { approved: 'back', opinion: '再改' }, { actorId: 'gm2' });
    expect(back.body.variables).toEqual({ approved: 'back' });
  });

  it('R06.6 version 1 is in Chinese with the English beside it, also where it was filled in before; a revision has what was written', async () => {
    const source = await text('D09', '2026-03-02');
    expect(source).toMatchObject({ version: 1, text: FIRST_TEXTS.D09, textEn: FIRST_TEXTS_EN.D09 });
    expect(source?.text).toContain(
      'R09.7 当日处理/3日内处理完毕：当日能够解决的，当日解决；否则应当告知用户，并在3日内处理完毕。',
    );
    await studio.query(`UPDATE rulebook_version SET content = 'R09.7 What can be solved …' WHERE document = 'D09'`);
    const runner = studio.get(DataSource).createQueryRunner();
    await new RulebookInChinese1795802000001().up(runner);
    await runner.release();
    expect((await text('D09', '2026-03-02'))?.text).toBe(FIRST_TEXTS.D09);
    expect(await text('D08', '2026-03-10')).toMatchObject({ version: 2, text: PLAN.content, textEn: null });
  });

  it('R08.9 refused: another target, the text in force, a day in the past', async () => {
    await studio.revision('gm', 'emergency-plan');
    expect(await studio.refused(DRAFT, { ...PLAN, target: 'D05' })).toEqual(['target revision-target']);
    expect(await studio.refused(DRAFT, { ...PLAN, effectiveOn: '2026-03-01' })).toEqual([
      'effectiveOn revision-effective',
    ]);
    const current = await text('D08', '2026-03-02');
    expect(await studio.refused(DRAFT, { ...PLAN, content: current?.text })).toEqual(['content revision-unchanged']);
    expect(await studio.refused(DRAFT, { ...PLAN, content: '' })).toEqual(['content required']);
  });

  it('R05.10 a revision of the rules on employee reports: management drafts, in force when approved, the old version readable', async () => {
    await studio.revision('gm', 'employee-report-rules');
    const [start] = (await studio.messages('start-rule-revision')).slice(-1);
    expect(start?.variables).toMatchObject({ drafterGroup: 'management' });
    const draft = { target: 'D05', content: '员工举报制度 第二版', reason: '修订', effectiveOn: '2026-03-02' };
    await drafted('mgt', draft);
    await approved('gm', draft);
    expect(await text('D05', '2026-03-02')).toMatchObject({ version: 2 });
    expect((await text('D05', '2026-03-01'))?.text).toContain('R05.10');
  });

  it('R06.6 rule text changed: version 2 with who, when, difference; old cases show version 1, new ones version 2', async () => {
    studio.clock.set('2026-03-03T09:00:00+08:00');
    const accepted = (caseNo: string, at: string) =>
      studio.hear(
        'case.accepted',
        { caseNo, orgId: 'FH01', at, admission: 'accept', kind: 'sales', ownerGroup: 'intake-desk' },
        (event, context) => studio.get(AcceptedCasesConsumer).accepted(event, context),
      );
    await accepted('TS-FH01-20260302-0001', '2026-03-02T10:00:00+08:00');
    await studio.revision('gm', 'rulebook');
    const draft = {
      target: 'D03',
      content: '地产公司投诉管理制度\n新的一条',
      reason: '年度修订',
      effectiveOn: '2026-03-03',
    };
    await drafted('mgt', draft);
    await approved('gm', draft);
    await accepted('TS-FH01-20260303-0001', '2026-03-03T10:00:00+08:00');
    const { body } = await studio.as<RulebookVersions>('desk', 'GET', '/api/rulebook/D03/versions');
    expect(body.items.map(({ version }) => version)).toEqual([2, 1]);
    expect(body.items[0]).toMatchObject({
      draftedBy: 'mgt',
      approvedBy: 'gm',
      reason: '年度修订',
      effectiveOn: '2026-03-03',
      revisionNo: studio.subjectNo,
    });
    expect(body.items[0]?.diff).toContainEqual({ change: 'added', text: '新的一条' });
    expect(body.items[0]?.diff.filter(({ change }) => change === 'removed').length).toBeGreaterThan(5);
    await studio.query(
      `INSERT INTO access.case_facts (case_no, org_id, received_by, class, contact_released, open)
       SELECT no, 'FH01', 'FH01', 'internal', false, true FROM unnest($1::text[]) no`,
      [['TS-FH01-20260302-0001', 'TS-FH01-20260303-0001']],
    );
    const ofCase = async (caseNo: string) => {
      const answer = await studio.as<RulebookView>('desk', 'GET', `/api/rulebook/cases/${caseNo}`);
      return [answer.status, answer.body.at, answer.body.items.find(({ document }) => document === 'D03')?.version];
    };
    expect(await ofCase('TS-FH01-20260302-0001')).toEqual([200, '2026-03-02', 1]);
    expect(await ofCase('TS-FH01-20260303-0001')).toEqual([200, '2026-03-03', 2]);
    expect(await studio.events('model.published', 'D03')).toMatchObject([
      { modelId: 'D03', kind: 'rulebook', version: 2, effectiveOn: '2026-03-03', added: [], removed: [] },
    ]);
  });

  it('R13.10 the general office drafts a new field of the registration form; the next registration has it', async () => {
    const before = await studio.internal('/internal/registration-forms/WY01');
    expect(before.body).toEqual({ version: 1, fields: [] });
    await studio.revision('office', 'registration-form');
    const [start] = (await studio.messages('start-rule-revision')).slice(-1);
    expect(start?.variables).toMatchObject({ orgId: 'WY01', drafterGroup: 'general-office' });
    const draft = {
      target: 'registration-form',
      content: '住户来电/来函/来访登记表\n车位号',
      fields: [{ label: '车位号', required: true }],
      reason: '停车投诉',
      effectiveOn: '2026-03-02',
    };
    expect(await studio.refused(DRAFT, { ...draft, fields: [...draft.fields, ...draft.fields] })).toEqual([
      'fields registration-fields',
    ]);
    await drafted('office', draft);
    await approved('gmw', draft);
    expect((await studio.internal('/internal/registration-forms/WY01')).body).toEqual({
      version: 2,
      fields: [{ key: 'extra1', label: '车位号', required: true }],
    });
    expect((await studio.internal('/internal/registration-forms/FH01')).body).toEqual({ version: 1, fields: [] });
  });

  it('R03.10 an effective corrective action asks for a rule change: one revision, however often the job comes', async () => {
    studio.subjectNo = 'JZ-FH01-20260302-0001';
    const variables = {
      posts: { emergencyLead: ['emergency-leading-group'] },
      revisionKind: 'rulebook',
      drafterGroup: 'engineering',
    };
    const first = await studio.job(OpenRevisionWorker, 'studio.open-revision', variables);
    const again = await studio.job(OpenRevisionWorker, 'studio.open-revision', variables);
    expect(again).toEqual(first);
    const { revisionNo } = first as { revisionNo: string };
    expect((await studio.messages('start-rule-revision')).filter(({ key }) => key === revisionNo)).toMatchObject([
      { variables: { drafterGroup: 'engineering', revisionKind: 'rulebook' } },
    ]);
    studio.subjectNo = revisionNo;
    // Not on file where it was opened: its number, and nothing made up.
    expect(await studio.start(DRAFT)).toMatchObject({ origin: 'JZ-FH01-20260302-0001' });
  });

  it('R03.10 opened by a corrective action: its number, the rule with its text and why are there; sent back, the draft with the objection', async () => {
    const action: InternalCorrectiveAction = {
      ...{ actionNo: 'JZ-FH01-20260302-0002', origin: 'survey', originNo: 'DC-FH01-20260331-0001', rule: 'D10' },
      ...{ problem: '回复慢', rootCause: '没有当天回电的规定', evidence: '三个月无投诉' },
    };
    studio.neighbours.others.set(`/internal/corrective-actions/${action.actionNo}`, action);
    studio.subjectNo = action.actionNo;
    const variables = { revisionKind: 'rulebook', drafterGroup: 'customer-service' };
    const opened = await studio.job(OpenRevisionWorker, 'studio.open-revision', variables);
    studio.subjectNo = (opened as { revisionNo: string }).revisionNo;
    const form = await studio.start(DRAFT);
    expect(form).toMatchObject({
      kind: '制度',
      origin: '纠正和预防措施 JZ-FH01-20260302-0002，来源 满意度调查 DC-FH01-20260331-0001',
      target: 'D10',
      content: (await text('D10', '2026-03-02'))?.text,
      reason:
        '纠正和预防措施 JZ-FH01-20260302-0002 提出修订。\n问题：回复慢\n根本原因：没有当天回电的规定\n效果验证：三个月无投诉',
      returned: '',
    });
    const draft = { target: 'D10', content: '当天回电', reason: form['reason'], effectiveOn: '2026-03-10' };
    await drafted('mgt', draft);
    expect((await studio.start(APPROVE))['origin']).toContain('JZ-FH01-20260302-0002');
    await studio.complete(APPROVE, { approved: 'back', opinion: '写明由谁回电' }, { actorId: 'gm' });
    expect(await studio.start(DRAFT)).toMatchObject({ content: '当天回电', returned: '写明由谁回电' });
  });

  it('R08.9 opened by an emergency: what the leading group said of it is there for who drafts and who approves', async () => {
    const caseNo = 'TS-FH01-20260302-0077';
    studio.neighbours.others.set(`/internal/emergencies/${caseNo}/lesson`, { caseNo, summary: '先疏散，再断水' });
    studio.subjectNo = caseNo;
    const variables = { revisionKind: 'emergency-plan', drafterGroup: 'emergency-leading-group' };
    const opened = await studio.job(OpenRevisionWorker, 'studio.open-revision', variables);
    studio.subjectNo = (opened as { revisionNo: string }).revisionNo;
    const form = await studio.start(DRAFT);
    const reason = `应急响应 ${caseNo} 的处置评估提出修订。\n总结：先疏散，再断水`;
    expect(form).toMatchObject({ origin: `应急响应 ${caseNo}`, reason });
    await drafted('lead', { ...PLAN, content: '先疏散', reason });
    expect((await studio.start(APPROVE))['reason']).toBe(reason);
  });

  it('R08.9 a corrective action that chose another kind of rule, or wrote one freely, leaves the choice to the drafter', async () => {
    for (const [n, rule] of ['防水作业规程', 'registration-form'].entries()) {
      const actionNo = `JZ-FH01-20260302-001${n}`;
      const said = { actionNo, origin: 'case', originNo: 'TS-FH01-20260302-0001', problem: '渗水', rootCause: '工序' };
      studio.neighbours.others.set(`/internal/corrective-actions/${actionNo}`, { ...said, evidence: '', rule });
      studio.subjectNo = actionNo;
      const opened = await studio.job(OpenRevisionWorker, 'studio.open-revision', { revisionKind: 'rulebook' });
      studio.subjectNo = (opened as { revisionNo: string }).revisionNo;
      const form = await studio.start(DRAFT);
      expect([form['target'], form['content']]).toEqual([undefined, undefined]);
      expect(form['reason']).toContain('问题：渗水');
      expect(String(form['reason']).includes('要修订的制度：防水作业规程')).toBe(n === 0);
    }
  });

  it('R03.10 R08.9 a drafted decision is in force from its day: version 2, version 1 still readable', async () => {
    const revisionNo = await studio.revision('des', 'decision');
    const content = readFileSync('bpmn/decisions/severity.dmn', 'utf8').replace(
      'majorHouseholds: 5',
      'majorHouseholds: 6',
    );
    const draft = { target: 'model', content: '五户改为六户', reason: '经验', effectiveOn: '2026-03-05' };
    expect(await studio.refused(DRAFT, draft)).toEqual(['target revision-model-missing']);
    const put = (body: object) => studio.as('des', 'PUT', `/api/studio/revisions/${revisionNo}/model`, body);
    expect((await put({ name: 'severity.bpmn', content })).body['type']).toBe('model-kind');
    expect((await put({ name: 'severity.dmn', content: content.replace('</decision>', '') })).status).toBe(422);
    expect((await put({ name: 'severity.dmn', content })).status).toBe(200);
    await drafted('mgt', draft);
    expect((await studio.start(APPROVE))['changes']).toContain('majorHouseholds: 6');
    const author = await studio.check(APPROVE, { approved: 'yes', opinion: '同意' }, { actorId: 'des' });
    expect(author.status).toBe(403);
    await approved('gm', draft);
    const households = async () => {
      const history = await studio.as<{ items: { value: number; version: number }[] }>(
        'des',
        'GET',
        `/api/studio/parameters/history?id=${encodeURIComponent('severity/majorHouseholds')}`,
      );
      return history.body.items.map(({ value, version }) => [version, value]);
    };
    expect(await households()).toEqual([[1, 5]]);
    await studio.day('2026-03-04');
    expect(await households()).toEqual([[1, 5]]);
    await studio.day('2026-03-05');
    await studio.day('2026-03-06');
    expect(await households()).toEqual([
      [2, 6],
      [1, 5],
    ]);
    expect(await studio.events('model.published', 'severity-definitions')).toMatchObject([
      { kind: 'decision', actorId: 'gm', effectiveOn: '2026-03-05' },
    ]);
  });

  it('R03.2 R08.9 a decision approved for a later day: a figure changed until then stays, history names the revision', async () => {
    const revisionNo = await studio.revision('des', 'decision');
    const content = readFileSync('bpmn/decisions/authority.dmn', 'utf8').replace(
      'projectLimitYuan: 10000',
      'projectLimitYuan: 30000',
    );
    const draft = { target: 'model', content: '项目公司权限', reason: '经验', effectiveOn: '2026-03-05' };
    await studio.as('des', 'PUT', `/api/studio/revisions/${revisionNo}/model`, { name: 'authority.dmn', content });
    await drafted('mgt', draft);
    await approved('gm', draft);
    const change = { id: 'authority/regionLimitYuan', value: 200000, reason: '调整' };
    const { body } = await studio.as<{ changeId: string }>('des', 'POST', '/api/studio/parameters', change);
    await studio.as('app', 'POST', `/api/studio/parameter-changes/${body.changeId}/approval`);
    await studio.day('2026-03-05');
    const past = async (name: string) =>
      (await studio.as<ParameterHistory>('des', 'GET', `/api/studio/parameters/history?id=authority%2F${name}`)).body
        .items;
    expect((await past('regionLimitYuan')).map(({ value, by }) => [value, by])).toEqual([
      [200000, 'des'],
      [100000, 'system'],
    ]);
    expect((await past('projectLimitYuan')).map(({ value, by, reason }) => [value, by, reason])).toEqual([
      [30000, 'gm', revisionNo],
      [10000, 'system', null],
    ]);
  });

  it('R13.10 who answers for nothing opens no revision; nobody but a designer one of another organisation', async () => {
    expect((await studio.as('desk', 'POST', '/api/studio/revisions', { kind: 'rulebook' })).status).toBe(403);
    expect((await studio.as('gm', 'POST', '/api/studio/revisions', { kind: 'rulebook', orgId: 'WY01' })).status).toBe(
      404,
    );
    expect((await studio.as('des', 'POST', '/api/studio/revisions', { kind: 'rulebook', orgId: 'WY01' })).status).toBe(
      201,
    );
  });

  it('R08.9 a draft that was sent back and drafted anew by the approver: not approved by them while its event is on its way', async () => {
    const LATER = { ...PLAN, effectiveOn: '2027-03-10' };
    const revisionNo = await studio.revision('gm', 'emergency-plan');
    await drafted('lead', LATER);
    await studio.complete(APPROVE, { approved: 'back', opinion: '补充联系人' }, { actorId: 'gm' });
    const second = await studio.completeUnheard(
      DRAFT,
      { ...LATER, content: '地产投诉应急预案\n第三版' },
      { actorId: 'gm' },
    );
    const yes = { approved: 'yes', opinion: '同意' };
    expect((await studio.check(APPROVE, yes, { actorId: 'gm' })).status).toBe(503);
    await second.heard();
    expect((await studio.check(APPROVE, yes, { actorId: 'gm' })).body.type).toBe('same-person');
    // Published before the event of the approval: the job waits, and what was drafted last is in force.
    const approval = await studio.completeUnheard(APPROVE, yes, { actorId: 'lead' });
    const publish = () =>
      studio.job(PublishVersionWorker, 'studio.publish-version', {
        ...{ outcomeId: approval.outcomeId, revisionTarget: LATER.target, effectiveOn: LATER.effectiveOn },
      });
    await expect(publish()).rejects.toMatchObject({ code: 'form-on-its-way', kind: 'unavailable' });
    await approval.heard();
    await publish();
    const [kept] = await studio.query<{ content: string; drafted_by: string }>(
      `SELECT content, drafted_by FROM studio.rulebook_version WHERE revision_no = $1`,
      [revisionNo],
    );
    expect(kept).toEqual({ content: '地产投诉应急预案\n第三版', drafted_by: 'gm' });
  });
});
