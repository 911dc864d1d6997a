import type { CaseLinks, CaseTimeline, CaseView, FiledComplaint, LinkPreview } from '@huiying/contracts';
import { eventually } from '@huiying/events/testing';
import { WithdrawCaseWorker } from '../closure/withdraw-case.worker.js';
import { AcceptCaseWorker } from '../eligibility/accept-case.worker.js';
import { DivertCaseWorker } from '../eligibility/divert-case.worker.js';
import { RecordNoticeWorker } from '../notices/record-notice.worker.js';
import { Intake } from '../testing/intake-harness.js';
import { FollowMasterWorker } from './follow-master.worker.js';
import { ResolveChildrenWorker } from './resolve-children.worker.js';

const REVIEW = 'eligibility-check--review-intake';

describe('many complaints, one cause', () => {
  let intake: Intake;
  let people = 0;

  beforeAll(async () => {
    intake = await Intake.open();
  });
  afterAll(() => intake.stop());

  const about = (caseNo: string) => ({ subjectNo: caseNo, caseNo, orgId: 'WY01' });
  const page = async (caseNo: string) => (await intake.as<CaseView>('steward', `/api/cases/${caseNo}`)).body;
  const links = async (caseNo: string) => (await intake.as<CaseLinks>('steward', `/api/cases/${caseNo}/links`)).body;
  const link = (child: FiledComplaint, master: FiledComplaint) =>
    intake.as('steward', `/api/cases/${child.caseNo}/links`, { body: { masterNo: master.caseNo } });
  const unlink = (child: FiledComplaint, master: FiledComplaint) =>
    intake.as('steward', `/api/cases/${child.caseNo}/links`, { method: 'DELETE', body: { masterNo: master.caseNo } });
  /** A complaint of a household of its own. */
  const household = () =>
    intake.file({
      place: { project: '望舒苑', building: '12幢', room: String(++people) },
      contact: { name: '住户', phone: `1370000${String(people).padStart(4, '0')}` },
    });
  const accept = (filed: FiledComplaint) =>
    intake.job(AcceptCaseWorker, 'intake.accept-case', { ...about(filed.caseNo), kind: 'construction-quality' });
  const follow = (child: FiledComplaint, master: FiledComplaint) =>
    intake.job(FollowMasterWorker, 'intake.follow-master', { ...about(child.caseNo), masterNo: master.caseNo });
  const tellOutcome = (filed: FiledComplaint) =>
    intake.job(RecordNoticeWorker, 'intake.record-notice', { ...about(filed.caseNo), noticeTemplate: 'outcome' });
  const sent = async (name: string, filed: FiledComplaint) =>
    (await intake.messages(name)).filter(({ key }) => key === filed.caseNo).map(({ variables }) => variables);

  it('R10.6 four households and a fifth child: major at once; without it general again, both on record', async () => {
    const master = await household();
    await accept(master);
    const children = [await household(), await household(), await household()];
    for (const child of children) expect((await link(child, master)).status).toBe(200);
    expect(await page(master.caseNo)).toMatchObject({ severity: 'general', households: 4 });
    const fifth = await household();
    const preview = await intake.as<LinkPreview>(
      'steward',
      `/api/cases/${fifth.caseNo}/links/preview?masterNo=${master.caseNo}`,
    );
    expect(preview.body).toEqual({
      refusal: null,
      sameHousehold: false,
      now: { households: 4, severity: 'general' },
      then: { households: 5, severity: 'major' },
    });
    expect((await link(fifth, master)).status).toBe(200);
    expect((await sent('case-changed', master)).at(-1)).toMatchObject({ households: 5, severity: 'general' });
    expect(await page(master.caseNo)).toMatchObject({ severity: 'major', households: 5 });
    expect((await unlink(fifth, master)).status).toBe(200);
    expect((await sent('case-changed', master)).at(-1)).toMatchObject({ households: 4, severity: 'major' });
    expect(await links(master.caseNo)).toMatchObject({ households: 4, children: [{}, {}, {}] });
    const linked = (await intake.events(fifth.caseNo)).filter(({ type }) => type === 'case.linked');
    expect(linked.map(({ data }) => [data['linked'], data['households']])).toEqual([
      [true, 5],
      [false, 4],
    ]);
    const timeline = await eventually(async () => {
      const { body } = await intake.as<CaseTimeline>('steward', `/api/cases/${fifth.caseNo}/timeline`);
      const found = body.items.filter(({ type }) => type === 'case.linked');
      return found.length === 2 && found;
    });
    expect(timeline[0]).toMatchObject({ ruleIds: ['R10.5'], detail: { masterNo: master.caseNo } });
  });

  it('R10.5 handled once, answered each by a letter of its own, each with its own days', async () => {
    intake.clock.set('2026-03-02T10:00:00+08:00');
    const master = await household();
    await accept(master);
    intake.clock.set('2026-03-05T10:00:00+08:00');
    const child = await household();
    await link(child, master);
    expect(await accept(child)).toMatchObject({ masterNo: master.caseNo });
    await follow(child, master);
    expect(await page(child.caseNo)).toMatchObject({ state: 'following-master', masterNo: master.caseNo });
    expect((await page(child.caseNo)).replyBy).not.toBe((await page(master.caseNo)).replyBy);
    await intake.job(ResolveChildrenWorker, 'intake.resolve-children', about(master.caseNo));
    expect(await sent('master-resolved', child)).toMatchObject([{ masterAnswered: true, masterNo: master.caseNo }]);
    await tellOutcome(master);
    await tellOutcome(child);
    const told = await intake.with<{ notices: { text: string }[]; reviewUntil: string }>(child);
    expect(told.body.notices.at(-1)?.text).toContain('与同一原因的其他投诉一并办理');
    expect(await page(child.caseNo)).toMatchObject({ state: 'awaiting-answer' });
    expect((await unlink(child, master)).status).toBe(409);
  });

  it('R10.5 linked after the master was told, it is answered at once', async () => {
    const master = await household();
    await accept(master);
    await tellOutcome(master);
    const child = await household();
    await link(child, master);
    await accept(child);
    await follow(child, master);
    expect(await sent('master-resolved', child)).toMatchObject([{ masterAnswered: true }]);
  });

  it('R10.5 a child that begins to wait after the handling ended and before the letter about it is answered with the letter, once', async () => {
    const master = await household();
    await accept(master);
    const [early, late] = [await household(), await household()];
    for (const child of [early, late]) {
      await link(child, master);
      await accept(child);
    }
    await follow(early, master);
    await intake.job(ResolveChildrenWorker, 'intake.resolve-children', about(master.caseNo));
    await follow(late, master);
    expect(await sent('master-resolved', late)).toEqual([]);
    await tellOutcome(master);
    for (const child of [early, late])
      expect(await sent('master-resolved', child)).toMatchObject([{ masterAnswered: true, masterNo: master.caseNo }]);
  });

  it('R10.5 a child that begins to wait in the moment in which its master is told is answered, whichever is first', async () => {
    for (let round = 0; round < 4; round += 1) {
      const master = await household();
      await accept(master);
      const child = await household();
      await link(child, master);
      await accept(child);
      const work = [() => follow(child, master), () => tellOutcome(master)];
      await Promise.all((round % 2 === 0 ? work : work.reverse()).map((one) => one()));
      expect(await sent('master-resolved', child)).toMatchObject([{ masterAnswered: true }]);
    }
  });

  it('R10.5 a child that waits and is unlinked goes on by itself; a link undone before it waits too', async () => {
    const master = await household();
    await accept(master);
    const [waiting, early] = [await household(), await household()];
    for (const child of [waiting, early]) {
      await link(child, master);
      await accept(child);
    }
    await follow(waiting, master);
    await unlink(waiting, master);
    expect(await sent('master-resolved', waiting)).toMatchObject([{ masterAnswered: false, masterNo: null }]);
    // What it shows at once, before anybody dispatches it; it cannot be put behind a case any more.
    expect(await page(waiting.caseNo)).toMatchObject({ state: 'accepted', masterNo: null });
    expect((await link(waiting, master)).body).toMatchObject({ type: 'not-now' });
    await unlink(early, master);
    await follow(early, master);
    expect(await page(early.caseNo)).toMatchObject({ state: 'accepted', masterNo: null });
    expect(await sent('master-resolved', early)).toMatchObject([{ masterAnswered: false, masterNo: null }]);
    expect((await links(master.caseNo)).children).toEqual([]);
  });

  it('R10.5 a child that waits may change its master, and is answered with the new one', async () => {
    const [first, second, child] = [await household(), await household(), await household()];
    for (const master of [first, second]) await accept(master);
    await link(child, first);
    await accept(child);
    await follow(child, first);
    await tellOutcome(second);
    expect((await link(child, second)).status).toBe(200);
    expect(await sent('master-resolved', child)).toMatchObject([{ masterAnswered: true, masterNo: second.caseNo }]);
    expect((await links(first.caseNo)).households).toBe(1);
  });

  it('R10.5 no case with a handling of its own, none behind a child, none behind a case that nobody answers', async () => {
    const [master, child, gone, own] = [await household(), await household(), await household(), await household()];
    await link(child, master);
    await accept(own);
    expect((await link(own, master)).body).toMatchObject({ type: 'not-now' });
    expect((await link(master, child)).body).toMatchObject({ type: 'master-is-child' });
    await intake.job(WithdrawCaseWorker, 'intake.withdraw-case', about(gone.caseNo));
    expect((await link(await household(), gone)).body).toMatchObject({ type: 'master-closed' });
    expect(
      (await intake.as('jjdesk', `/api/cases/${child.caseNo}/links`, { body: { masterNo: own.caseNo } })).status,
    ).toBe(404);
  });

  it('R10.5 R01.6 a child that is withdrawn leaves the households of its master', async () => {
    const [master, child] = [await household(), await household()];
    await accept(master);
    await link(child, master);
    await intake.job(WithdrawCaseWorker, 'intake.withdraw-case', about(child.caseNo));
    expect((await sent('case-changed', master)).at(-1)).toMatchObject({ households: 1 });
    expect(await links(master.caseNo)).toMatchObject({ households: 1, children: [] });
  });

  it.each([
    ['R01.6 withdrawn', (caseNo: string) => intake.job(WithdrawCaseWorker, 'intake.withdraw-case', about(caseNo))],
    [
      'R04.4 not accepted',
      (caseNo: string) =>
        intake.job(DivertCaseWorker, 'intake.divert-case', { ...about(caseNo), admission: 'refuse', kind: null }),
    ],
  ])('R10.5 %s, the master leaves its oldest child free, master of the others', async (_, end) => {
    const [master, eldest, other] = [await household(), await household(), await household()];
    for (const child of [eldest, other]) {
      await link(child, master);
      await accept(child);
      await follow(child, master);
    }
    await end(master.caseNo);
    expect(await sent('master-resolved', eldest)).toMatchObject([{ masterAnswered: false, masterNo: null }]);
    expect(await sent('master-resolved', other)).toEqual([]);
    expect(await page(eldest.caseNo)).toMatchObject({
      ...{ state: 'accepted', masterNo: null, children: [other.caseNo], households: 2 },
    });
    expect(await page(other.caseNo)).toMatchObject({ state: 'following-master', masterNo: eldest.caseNo });
    await intake.job(ResolveChildrenWorker, 'intake.resolve-children', about(eldest.caseNo));
    expect(await sent('master-resolved', other)).toMatchObject([{ masterAnswered: true, masterNo: eldest.caseNo }]);
  });

  it('R10.5 R10.6 a review that lay open while the desk linked the case and put a fact right takes neither back', async () => {
    const [master, other, child] = [await household(), await household(), await household()];
    const { caseNo: subjectNo } = child;
    /** What the browser sends of the form as it opened: its own fields, and what a person filled in. */
    const returned = (form: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
      ...{ topic: 'house-quality', kind: 'construction-quality', scope: 'own', specific: true, evidenced: true },
      ...{ valid: true, masterNo: form['masterNo'], households: form['households'], complex: form['complex'] },
      ...{ dangerToPersons: false, disturbsOperation: false, harmsStanding: false, opened: form['opened'] },
      ...more,
    });
    const early = await intake.form(REVIEW, { subjectNo });
    expect((await link(child, master)).status).toBe(200);
    await intake.as('steward', `/api/cases/${subjectNo}/facts`, { body: { households: 3 } });
    const checked = await intake.check(REVIEW, returned(early), { subjectNo });
    expect(checked.body.variables).toMatchObject({ masterNo: master.caseNo, households: 3 });
    await intake.complete(REVIEW, returned(early), { subjectNo });
    expect(await page(subjectNo)).toMatchObject({ masterNo: master.caseNo, households: 3 });
    expect(await links(master.caseNo)).toMatchObject({ households: 4 });

    const late = await intake.form(REVIEW, { subjectNo });
    expect((await unlink(child, master)).status).toBe(200);
    await intake.complete(REVIEW, returned(late), { subjectNo });
    expect(await page(subjectNo)).toMatchObject({ masterNo: null });
    await intake.complete(REVIEW, returned(late, { masterNo: other.caseNo }), { subjectNo });
    expect(await page(subjectNo)).toMatchObject({ masterNo: other.caseNo });
  });

  it('R10.5 households that a child declares anew count for its master', async () => {
    const [master, child] = [await household(), await household()];
    await accept(master);
    await link(child, master);
    const changed = await intake.as('steward', `/api/cases/${child.caseNo}/facts`, { body: { households: 4 } });
    expect(changed.status).toBe(200);
    expect((await sent('case-changed', master)).at(-1)).toMatchObject({ households: 5 });
  });
});
