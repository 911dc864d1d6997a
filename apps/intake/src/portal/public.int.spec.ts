import { readFileSync } from 'node:fs';
import type { FiledComplaint, PublicProcedure, PublishedResults } from '@huiying/contracts';
import { PublishedModels } from '@huiying/zeebe';
import { ArchiveCaseWorker } from '../closure/archive-case.worker.js';
import { AcceptCaseWorker } from '../eligibility/accept-case.worker.js';
import { DivertCaseWorker } from '../eligibility/divert-case.worker.js';
import { RecordNoticeWorker } from '../notices/record-notice.worker.js';
import { Intake } from '../testing/intake-harness.js';

describe('what everybody may read', () => {
  let intake: Intake;
  let people = 0;

  beforeAll(async () => {
    intake = await Intake.open();
  });
  afterAll(() => intake.stop());

  const published = async (query = '') => (await intake.send<PublishedResults>(`/api/portal/published${query}`)).body;
  const procedure = async (query = '') => (await intake.send<PublicProcedure>(`/api/portal/procedure${query}`)).body;
  const about = (caseNo: string) => ({ subjectNo: caseNo, caseNo, orgId: 'WY01' });
  const household = (project: string) =>
    intake.file({
      description: '我家电梯停了三天，请尽快修好',
      place: { project, building: '12幢', room: String(++people) },
      contact: { name: '钱七七', phone: `1380000${String(people).padStart(4, '0')}` },
    });
  const handled = async (filed: FiledComplaint) => {
    const { caseNo } = filed;
    await intake.job(AcceptCaseWorker, 'intake.accept-case', { ...about(caseNo), kind: 'property-service' });
    await intake.job(RecordNoticeWorker, 'intake.record-notice', { ...about(caseNo), noticeTemplate: 'outcome' });
    await intake.with(filed, '/rating', { score: 5 });
    await intake.job(ArchiveCaseWorker, 'intake.archive-case', about(caseNo), { processId: 'complaint-handling' });
  };

  it('R03.4 an archived case appears without name, phone, address or room; a small project is not named', async () => {
    expect((await published()).items).toEqual([]);
    const filed = await household('小院');
    await handled(filed);
    const answer = await intake.send<PublishedResults>('/api/portal/published');
    expect(answer.body).toMatchObject({
      period: '2026',
      projects: [],
      items: [
        {
          month: '2026-03',
          project: null,
          kind: 'property-service',
          onTime: true,
          workingDays: 0,
          rating: 'satisfied',
        },
      ],
      next: null,
    });
    expect(answer.body.received).toEqual({ count: null, text: { zh: '少于 5', en: 'fewer than 5' } });
    expect(answer.text).not.toMatch(/钱七七|13800000|小院|12幢|电梯|TS-/);
    expect((await published('?project=小院')).items).toEqual([]);
  });

  it('R03.4 five complaints of a project name it and count; by month and kind, a page at a time', async () => {
    for (let n = 0; n < 5; n++) await handled(await household('望舒苑'));
    const found = await published('?period=2026-03&project=望舒苑&kind=property-service');
    expect(found).toMatchObject({
      projects: ['望舒苑'],
      received: { count: 5 },
      answeredOnTime: { count: 5 },
      satisfied: { count: 5 },
    });
    expect(found.items).toHaveLength(5);
    expect(found.items[0]?.project).toBe('望舒苑');
    expect((await published('?period=2025')).items).toEqual([]);
    expect((await published('?cursor=3')).items).toHaveLength(3);
    expect((await intake.send('/api/portal/published?period=2026-99')).status).toBe(400);
    expect((await intake.send('/api/portal/published?secret=1')).status).toBe(400);
  });

  it('R13.2 R05.1 questions, suggestions and what is sealed neither appear nor count', async () => {
    const before = await published();
    const filed = await household('望舒苑');
    const diverted = { ...about(filed.caseNo), admission: 'record', kind: 'suggestion' };
    await intake.job(DivertCaseWorker, 'intake.divert-case', diverted);
    const misconduct = await household('望舒苑');
    const sealed = {
      ...about(misconduct.caseNo),
      admission: 'divert',
      target: 'supervision',
      kind: 'handler-misconduct',
    };
    await intake.job(DivertCaseWorker, 'intake.divert-case', sealed);
    expect(await published()).toEqual(before);
  });

  it('R03.2 R03.4 channels, conditions and limits of an organisation; limit R04.4 changed: the page and the next case at once', async () => {
    const first = await procedure('?organisationId=KF01');
    expect(first.organisation).toMatchObject({ id: 'KF01', orgType: 'developer' });
    expect(first.channels.map(({ channel }) => channel)).toEqual(
      expect.arrayContaining(['phone', 'email', 'web', 'visit', 'letter']),
    );
    expect(first.conditions.length).toBeGreaterThan(2);
    const review = (found: PublicProcedure) => found.limits.find(({ limitId }) => limitId === 'R04.4');
    expect(review(first)).toMatchObject({ amount: 3, unit: 'wd', time: { zh: '3 个工作日', en: '3 working days' } });
    const running = await intake.file({ organisationId: 'KF01' });
    const acceptBy = async ({ caseNo }: FiledComplaint) =>
      (
        await intake.query<{ day: string }>(
          `SELECT to_char(accept_by AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day FROM intake.complaint_case WHERE case_no = $1`,
          [caseNo],
        )
      )[0]?.day;
    const before = await acceptBy(running);

    const dmn = readFileSync('bpmn/decisions/deadlines.dmn', 'utf8');
    const changed = dmn.replace(/("R04\.4"[\s\S]*?-out-1">\s*<text>)3(<\/text>)/, '$12$2');
    expect(changed).not.toBe(dmn);
    await intake.query(
      `INSERT INTO models.published (kind, id, version, key, resource_name, content, published_at)
       VALUES ('drg', 'decisions/deadlines.dmn', 2, 2, 'decisions/deadlines.dmn', $1, now())`,
      [changed],
    );
    await intake.service.app.get(PublishedModels).reload();

    expect(review(await procedure('?organisationId=KF01'))).toMatchObject({ amount: 2, time: { zh: '2 个工作日' } });
    const next = await intake.file({ organisationId: 'KF01' });
    expect([before, await acceptBy(running), await acceptBy(next)]).toEqual(['2026-03-05', '2026-03-05', '2026-03-04']);
  });

  it('R03.2 limits are those of the organisation’s type', async () => {
    const property = await procedure('?organisationId=WY01');
    expect(property.limits.map(({ limitId }) => limitId)).toEqual(
      expect.arrayContaining(['R13.3', 'R04.13', 'R04.12']),
    );
    expect(property.limits.find(({ limitId }) => limitId === 'R13.3')?.time.zh).toBe('当天');
    expect(property.limits.map(({ limitId }) => limitId)).not.toContain('R04.4');
    expect(property.channels.map(({ channel }) => channel)).toContain('hotline');
    expect((await procedure()).organisation.id).toBe('WY01');
    expect((await intake.send('/api/portal/procedure?organisationId=nowhere')).status).toBe(404);
  });
});
