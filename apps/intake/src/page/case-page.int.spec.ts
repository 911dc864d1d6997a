import type { CaseList, CaseTimeline, CaseView, FiledComplaint, FollowedCase } from '@huiying/contracts';
import { eventually } from '@huiying/events/testing';
import sharp from 'sharp';
import { CaseProgressService } from '../case/case-progress.service.js';
import { ArchiveCaseWorker } from '../closure/archive-case.worker.js';
import { RecordAppealWorker } from '../closure/record-appeal.worker.js';
import { ReopenCaseWorker } from '../closure/reopen-case.worker.js';
import { WithdrawCaseWorker } from '../closure/withdraw-case.worker.js';
import { AcceptCaseWorker } from '../eligibility/accept-case.worker.js';
import { RecordNoticeWorker } from '../notices/record-notice.worker.js';
import { Intake } from '../testing/intake-harness.js';

describe('case page and portal', () => {
  let intake: Intake;

  beforeAll(async () => {
    intake = await Intake.open();
  });
  afterAll(() => intake.stop());

  const page = async (caseNo: string, login = 'steward') =>
    (await intake.as<CaseView>(login, `/api/cases/${caseNo}`)).body;
  const subject = (caseNo: string) => ({ subjectNo: caseNo, caseNo, orgId: 'WY01' });
  const accept = (caseNo: string) =>
    intake.job(AcceptCaseWorker, 'intake.accept-case', { ...subject(caseNo), kind: 'construction-quality' });
  const tellOutcome = (caseNo: string) =>
    intake.job(RecordNoticeWorker, 'intake.record-notice', { ...subject(caseNo), noticeTemplate: 'outcome' });
  /** An event of another service, as its consumer hands it over. */
  const event = <K extends keyof CaseProgressService>(method: K, type: string, caseNo: string, data: object) =>
    intake.inTransaction((manager) => {
      const progress = intake.service.app.get(CaseProgressService);
      const about = { type, subject: caseNo, caseno: caseNo, data };
      return (progress[method] as (...args: unknown[]) => Promise<void>).call(progress, manager, about);
    });

  it('R01.6: looks alike for a wrong code, an unknown number and a malformed one', async () => {
    const filed = await intake.file();
    const right = await intake.with<{ status: { zh: string }; steps: { state: string }[] }>(filed);
    expect(right.status).toBe(200);
    expect(right.body.status.zh).toMatch(/^我们已收到，.+前告诉您是否受理。$/);
    expect(right.body.steps.map(({ state }) => state)).toEqual(['done', 'current', 'open', 'open', 'open', 'open']);
    const wrong = [
      await intake.with({ ...filed, trackingCode: '0'.repeat(20) }),
      await intake.with({ caseNo: 'TS-WY01-20260302-9999', trackingCode: filed.trackingCode }),
      await intake.with({ ...filed, trackingCode: 'x' }),
      await intake.send(`/api/portal/complaints/${filed.caseNo}`),
    ];
    const shapes = wrong.map(({ status, body: { traceId: _, ...body } }) => JSON.stringify([status, body]));
    expect(new Set(shapes).size).toBe(1);
    expect(wrong[0]?.status).toBe(404);
  });

  it('shows a case masked to its readers and not at all to others', async () => {
    const filed = await intake.file({
      description: '我叫张三丰，电话13812345678，厨房渗水',
      place: { project: '青柠里', building: '3幢', room: '1201' },
    });
    const found = await page(filed.caseNo);
    expect(found).toMatchObject({
      contact: { name: '张**', phone: '138****5678' },
      place: { project: '青柠里', building: '3幢', room: '***' },
    });
    expect(found.description).not.toMatch(/张三丰|13812345678/);
    const stranger = await intake.as('kfdesk', `/api/cases/${filed.caseNo}`);
    const unknown = await intake.as('kfdesk', `/api/cases/TS-WY01-20260302-9999`);
    expect([stranger.status, unknown.status]).toEqual([404, 404]);
    const list = async (login: string) =>
      (await intake.as<CaseList>(login, '/api/cases?limit=200')).body.items.map(({ caseNo }) => caseNo);
    expect(await list('steward')).toContain(filed.caseNo);
    expect(await list('kfdesk')).not.toContain(filed.caseNo);
    expect((await intake.as('steward', '/api/cases?q=13812345678')).status).toBe(422);
  });

  it('lists the cases that are asked for by number, and of those only what the caller may read', async () => {
    const asked = [(await intake.file()).caseNo, (await intake.file()).caseNo, 'TS-WY01-20260302-9999'];
    await intake.file();
    const listed = async (login: string) => {
      const { body } = await intake.as<CaseList>(login, `/api/cases?caseNos=${asked.join(',')}`);
      return body.items.map(({ caseNo }) => caseNo).sort();
    };
    expect(await listed('steward')).toEqual(asked.slice(0, 2));
    expect(await listed('kfdesk')).toEqual([]);
  });

  it('tells a complainant who had the contact shown, by unit, with the use that was named', async () => {
    const contact = { name: '王五', phone: '13912345678' };
    const { body: filed } = await intake.as<FiledComplaint>('steward', '/api/intake/complaints', {
      body: { channel: 'phone', kind: 'property-service', description: '路灯不亮', contact, readBackConfirmed: true },
    });
    const seen = async () => (await intake.with<{ contactSeen: object[] }>(filed)).body.contactSeen;
    expect(await seen()).toEqual([]);
    const shown = await intake.as('steward', `/api/cases/${filed.caseNo}/unmask`, { body: { reason: '联系投诉人' } });
    expect(shown).toMatchObject({ status: 200, body: contact });
    expect(await seen()).toEqual([{ at: expect.any(String), unit: expect.stringMatching(/./), reason: '联系投诉人' }]);
    expect(JSON.stringify(await seen())).not.toContain('steward');
  });

  it('pages the list without losing or repeating a row', async () => {
    for (let n = 0; n < 5; n++) await intake.file();
    const all = (await intake.as<CaseList>('steward', '/api/cases?limit=200')).body.items.map(({ caseNo }) => caseNo);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await intake.as<CaseList>('steward', `/api/cases?limit=2${query}`);
      seen.push(...body.items.map(({ caseNo }) => caseNo));
      cursor = body.next;
    }
    expect(seen).toEqual(all);
  });

  it('R04.3: takes photos by what they are, without their metadata', async () => {
    const exif = { IFD0: { Copyright: '定位标记' }, IFD3: { GPSLatitudeRef: 'N' } };
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .withExif(exif)
      .jpeg()
      .toBuffer();
    const form = (name: string, content: Buffer | string) => {
      const body = new FormData();
      body.append('file', new Blob([content]), name);
      return body;
    };
    const upload = (name: string, content: Buffer | string) =>
      intake.send('/api/portal/uploads', { body: form(name, content) });
    const good = await upload('厨房.jpg', photo);
    expect(good).toMatchObject({ status: 201, body: { contentType: 'image/jpeg' } });
    expect((await upload('a.png', photo)).status).toBe(415);
    expect((await upload('a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')).status).toBe(415);
    expect((await upload('a.jpg', '<html>')).status).toBe(415);
    expect((await upload('a.jpg', photo.subarray(0, 200))).status).toBe(422);

    const filed = await intake.file({ uploads: [good.body['uploadId']] });
    const again = await intake.send('/api/portal/complaints', {
      body: { description: '厨房天花板渗水漏水了', anonymous: true, uploads: [good.body['uploadId']] },
    });
    expect(again).toMatchObject({ status: 422 });
    const { attachments } = await page(filed.caseNo);
    expect(attachments).toMatchObject([{ name: '附件-1.jpg', contentType: 'image/jpeg', from: 'complainant' }]);
    const token = await intake.service.token('steward');
    const kept = await fetch(`${intake.service.url}/api/attachments/${attachments[0]?.id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(kept.headers.get('content-disposition')).toMatch(/^attachment/);
    const metadata = await sharp(Buffer.from(await kept.arrayBuffer())).metadata();
    expect(metadata).toMatchObject({ width: 40, format: 'jpeg' });
    expect(metadata.exif).toBeUndefined();
    expect((await intake.as('kfdesk', `/api/attachments/${attachments[0]?.id}`)).status).toBe(404);
    expect(await intake.with(filed, '/attachments', form('补充.jpg', photo))).toMatchObject({ status: 201 });
    const raw = JSON.stringify(await intake.query(`SELECT content_enc FROM intake.attachment_chunk`));
    expect(raw).not.toContain(photo.subarray(0, 24).toString('base64'));
  });

  it('R02.11 follows a case through the events of other services, late ones included; a serious survey makes it complex', async () => {
    const { caseNo } = await intake.file();
    await accept(caseNo);
    const routed = {
      handlingProcess: 'quality-escalation',
      handlerGroup: 'service-centre-head',
      overseer: 'operations-head',
      signatureRequired: false,
      needsVerification: true,
    };
    await event('routed', 'case.routed', caseNo, routed);
    await event('dispatched', 'case.dispatched', caseNo, { departments: ['service-centre-head'], round: 1 });
    expect(await page(caseNo)).toMatchObject({ state: 'dispatched', ...routed });
    await event('investigated', 'investigation.opened', caseNo, {
      departments: ['service-centre', 'engineering'],
      complex: false,
    });
    const asked = (await intake.messages('case-changed')).filter(({ key }) => key === caseNo).at(-1);
    expect(asked?.variables).toMatchObject({ departmentCount: 2 });
    const survey = { level: 1, extent: 'ordinary', canRepair: false, photos: 0 };
    const judged = async () =>
      (await intake.messages('case-changed')).filter(({ key }) => key === caseNo).map(({ variables }) => variables);
    const before = (await judged()).length;
    await event('surveyed', 'survey.done', caseNo, survey);
    expect(await judged()).toHaveLength(before);
    await event('surveyed', 'survey.done', caseNo, { ...survey, level: 2, extent: 'serious' });
    await event('surveyed', 'survey.done', caseNo, { ...survey, level: 3, extent: 'serious' });
    expect((await judged()).slice(before)).toMatchObject([{ complexFlag: true }]);
    await event('taskCreated', 'task.created', caseNo, { process: 'measure-follow-up', element: 'carry-out' });
    expect(await page(caseNo)).toMatchObject({ state: 'rectifying' });
    await event('dispatched', 'case.dispatched', caseNo, { departments: ['service-centre-head'], round: 1 });
    expect(await page(caseNo)).toMatchObject({ state: 'rectifying' });
    const letters = await intake.as<{ items: { template: string }[] }>('steward', `/api/cases/${caseNo}/notices`);
    expect(letters.body.items.map(({ template }) => template)).toEqual(
      expect.arrayContaining(['acknowledgement', 'supervision']),
    );
    const unheard = await intake.file();
    await event('decided', 'decision.issued', unheard.caseNo, { justified: 'yes', measures: [], level: 1 });
    expect(await page(unheard.caseNo)).toMatchObject({ state: 'registered' });
    const kept = await intake.query(`SELECT from_state, to_state FROM intake.unlisted_move WHERE case_no = $1`, [
      unheard.caseNo,
    ]);
    expect(kept).toEqual([{ from_state: 'registered', to_state: 'decided' }]);
    const seen = await intake.as<{ items: object[] }>('watch', '/api/ops/unlisted-moves');
    expect(seen.body.items[0]).toMatchObject({ caseNo: unheard.caseNo, from: 'registered', to: 'decided' });
    expect((await intake.as('steward', '/api/ops/unlisted-moves')).status).toBe(403);
  });

  it('R04.12, R08.6: the result is told, rated, reviewed, archived and reopened', async () => {
    const filed = await intake.file();
    const { caseNo } = filed;
    expect((await intake.with(filed, '/rating', { score: 5 })).status).toBe(409);
    await accept(caseNo);
    await tellOutcome(caseNo);
    const told = await intake.with<FollowedCase>(filed);
    expect(told.body).toMatchObject({ reviewUntil: '2026-03-23', reviewOver: false });
    expect(told.body.notices.at(-1)).toMatchObject({ outcome: true });
    expect(told.body.notices.at(-1)?.text).toMatch(/2026年3月23日前向本单位复查岗申请复查.*主管部门/s);
    expect(told.body.may).toMatchObject({ rate: true, appeal: true });
    expect((await intake.with(filed, '/rating', { score: 9 })).status).toBe(422);
    expect((await intake.with(filed, '/rating', { score: 2, comment: '没修好' })).status).toBe(201);
    expect((await intake.messages('rating-received')).at(-1)?.variables).toMatchObject({ satisfied: false, score: 2 });
    expect((await intake.with<FollowedCase>(filed)).body.messages).toContainEqual(
      expect.objectContaining({ kind: 'rating', title: expect.objectContaining({ zh: '您的评价：不满意' }) }),
    );
    expect((await intake.with(filed, '/appeals', { reason: '仍在漏水' })).status).toBe(201);
    expect((await intake.messages('appeal-received')).map(({ key }) => key)).toContain(caseNo);
    expect((await intake.internal(`/internal/cases/${caseNo}/registration`)).body).toMatchObject({
      appeal: { reason: '仍在漏水', askedOn: '2026-03-02' },
      rating: { score: 2, comment: '没修好' },
      outcomeToldOn: '2026-03-02',
      reviewUntil: '2026-03-23',
    });
    await intake.job(RecordAppealWorker, 'intake.record-appeal', subject(caseNo));
    expect(await page(caseNo)).toMatchObject({ state: 'reviewing', rating: { score: 2 } });
    await event('moved', 'review.decided', caseNo, { result: 'upheld', by: 'authority' });
    await intake.inTransaction((manager) =>
      intake.service.app
        .get(CaseProgressService)
        .moved(manager, { type: 'review.decided', caseno: caseNo } as never, 'before-review'),
    );
    expect(await page(caseNo)).toMatchObject({ state: 'awaiting-answer' });
    await intake.job(ArchiveCaseWorker, 'intake.archive-case', subject(caseNo), { processId: 'complaint-handling' });
    expect(await page(caseNo)).toMatchObject({ state: 'archived' });
    expect((await intake.with(filed, '/appeals', { reason: '又漏了' })).status).toBe(201);
    expect((await intake.messages('start-review-appeal')).at(-1)?.variables).toMatchObject({
      archived: true,
      levelShift: 1,
    });
    await intake.job(ReopenCaseWorker, 'intake.reopen-case', { ...subject(caseNo), reviewResult: 'changed' });
    expect(await page(caseNo)).toMatchObject({ state: 'accepted' });
    const restart = (await intake.messages('start-complaint-handling')).filter(({ key }) => key === caseNo).at(-1);
    expect(restart?.variables).toMatchObject({ reopened: true, severity: 'general', kind: 'construction-quality' });
  });

  it('R01.7 R13.9 an appeal that comes while the handling is verified is not lost: its review begins when the file is closed', async () => {
    const appealed = async (heard: boolean) => {
      const filed = await intake.file();
      const { caseNo } = filed;
      await intake.job(AcceptCaseWorker, 'intake.accept-case', subject(caseNo));
      await intake.job(RecordNoticeWorker, 'intake.record-notice', { ...subject(caseNo), noticeTemplate: 'outcome' });
      expect((await intake.with(filed, '/appeals', { reason: '仍在漏水' })).status).toBe(201);
      if (heard)
        await intake.query(
          `INSERT INTO intake.timeline_entry (id, case_no, at, type, source, sequence, actor_id, detail)
           VALUES (gen_random_uuid(), $1, $2, 'task.created', 'test', '1', 'system', '{"element": "admit-review"}')`,
          [caseNo, intake.clock.now()],
        );
      await intake.job(ArchiveCaseWorker, 'intake.archive-case', subject(caseNo), { processId: 'complaint-handling' });
      return (await intake.messages('start-review-appeal')).filter(({ key }) => key === caseNo);
    };
    expect(await appealed(false)).toMatchObject([{ variables: { archived: true, levelShift: 1 } }]);
    expect(await appealed(true)).toEqual([]);
  });

  it('withdraws on the complainant’s word and frees the children of a master', async () => {
    const [master, eldest, other] = [
      await intake.file(),
      await intake.file({ contact: { name: '乙', phone: '13700000002' } }),
      await intake.file({ contact: { name: '丙', phone: '13700000003' } }),
    ];
    for (const child of [eldest, other]) {
      await intake.as('steward', `/api/cases/${child.caseNo}/links`, { body: { masterNo: master.caseNo } });
    }
    expect((await intake.with(master, '/withdrawal', { reason: '已自行解决' })).status).toBe(200);
    expect((await intake.messages('complaint-withdrawn')).map(({ key }) => key)).toEqual([master.caseNo]);
    await intake.job(WithdrawCaseWorker, 'intake.withdraw-case', subject(master.caseNo));
    expect(await page(master.caseNo)).toMatchObject({ state: 'withdrawn', children: [] });
    expect(await page(eldest.caseNo)).toMatchObject({ masterNo: null, children: [other.caseNo] });
  });

  it('R07.6, R12.6: notes, facts, a serious problem, recusal and the emergency by hand', async () => {
    const { caseNo } = await intake.file();
    const act = (login: string, path: string, body: unknown) =>
      intake.as(login, `/api/cases/${caseNo}/${path}`, { body });
    const desk = await intake.as<{ caseNo: string }>('steward', '/api/intake/complaints', {
      body: {
        channel: 'email',
        kind: 'property-service',
        description: '路灯',
        contact: { name: '李四', email: 'l@example.com' },
      },
    });
    const mine = desk.body.caseNo;
    expect(
      (await intake.as('steward', `/api/cases/${mine}/notes`, { body: { text: '李四来过电话 13812345678' } })).status,
    ).toBe(201);
    expect((await intake.as('steward', `/api/cases/${mine}/serious`, { body: { reason: '多次反映' } })).status).toBe(
      200,
    );
    const told = await intake.internal(`/internal/cases/${mine}/registration`);
    expect(told.body).toMatchObject({
      description: '路灯',
      seriousReport: '多次反映',
      appeal: null,
      authorityReply: null,
    });
    expect(told.text).not.toMatch(/李四|l@example/);
    const serious = (await intake.messages('case-changed')).filter(({ key }) => key === mine).at(-1);
    expect(serious?.variables).toMatchObject({ seriousReported: true });
    expect((await act('steward', 'facts', {})).status).toBe(422);
    expect((await act('steward', 'facts', { amountFen: 2_000_000, dangerToPersons: null })).status).toBe(200);
    const changed = (await intake.messages('case-changed')).filter(({ key }) => key === caseNo).at(-1);
    expect(changed?.variables).toMatchObject({ amountYuan: 20_000, dangerToPersons: null, riskChanged: true });
    expect((await act('wygm', 'emergency', {})).status).toBe(422);
    expect((await act('wygm', 'emergency', { reason: '有人被困' })).status).toBe(200);
    expect(await page(caseNo)).toMatchObject({ emergency: true, emergencyBecause: 'by-hand', amountFen: 2_000_000 });
    expect((await act('steward', 'emergency', { reason: '有人被困' })).status).toBe(403);
    expect((await act('kfdesk', 'emergency', { reason: '有人被困' })).status).toBe(404);
    const timeline = await intake.as<CaseTimeline>('steward', `/api/cases/${mine}/timeline`);
    const note = timeline.body.items.find(({ type, detail }) => type === 'note' && detail['purpose'] === 'note');
    expect(note?.text).toBe('李**来过电话 138****5678');
    await intake.as('steward', `/api/cases/${mine}/recusals`, { body: { reason: '亲属' } });
    expect((await intake.as('steward', `/api/cases/${mine}`)).status).toBe(404);
  });

  it('keeps the events of a case as its timeline, with rules and words', async () => {
    const { caseNo } = await intake.file();
    const items = await eventually(async () => {
      const { body } = await intake.as<CaseTimeline>('steward', `/api/cases/${caseNo}/timeline`);
      return body.items.length > 0 && body.items;
    });
    expect(items).toEqual([
      expect.objectContaining({
        type: 'case.registered',
        ruleIds: ['R03.1', 'R04.3'],
        title: expect.objectContaining({ zh: expect.any(String) }),
      }),
    ]);
  });

  it('answers other services on the internal port alone', async () => {
    const { caseNo } = await intake.file({ amountFen: 999_999 });
    const found = await intake.internal(`/internal/cases/${caseNo}`);
    expect(found.body).toMatchObject({
      caseNo,
      orgType: 'property-company',
      amountYuan: 9999.99,
      households: 1,
      posts: { intake: ['property-steward'] },
    });
    expect(found.text).not.toMatch(/张三丰|13812345678/);
    expect((await intake.send(`/internal/cases/${caseNo}`)).status).toBe(404);
    expect((await intake.internal('/internal/cases/TS-WY01-20260302-9999')).status).toBe(404);
  });
});
