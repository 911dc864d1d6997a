import type { InternalDispute } from '@huiying/contracts';
import { Investigation } from '../testing/investigation-harness.js';
import { MediationDeadlineConsumer } from './mediation-deadline.consumer.js';
import { RecordAgreementWorker } from './record-agreement.worker.js';

const ASK = 'mediation--ask-willingness';
const MEDIATE = 'mediation--mediate';
const DISPUTE = 'JF-FH01-20260302-0001';
const AGREED = { heldAt: '2026-03-05T10:00:00+08:00', participants: '双方店长', agreed: true };
const SHARE = { type: 'other', description: '佣金各半', group: 'store-manager', plannedOn: '2026-03-20' };

describe('mediation of a dispute that is no case (R11.12)', () => {
  let investigation: Investigation;

  beforeAll(async () => {
    investigation = await Investigation.open();
  });
  afterAll(() => investigation.stop());

  beforeEach(() => {
    investigation.clock.set('2026-03-05T10:00:00+08:00');
    investigation.subjectNo = DISPUTE;
    investigation.neighbours.others.set(`/internal/disputes/${DISPUTE}`, FACTS);
  });
  const FACTS: InternalDispute = {
    disputeNo: DISPUTE,
    ...{ complainingStore: '石榴湾一店', respondentStore: '石榴湾二店', description: '抢客户' },
    ...{ negotiation: '未谈拢', claim: '请求分得佣金 8,000 元', evidence: '带看记录', files: ['带看确认书'] },
    ...{ reply: '客户自行选择', explanation: '未诱导', replyFiles: [] },
  };
  const about = { subjectNo: DISPUTE, caseNo: null, actorId: 'li' };
  it('R06.7 R11.12 the mediator reads both stores, what each claims and shows, and whether they are willing', async () => {
    const ask = await investigation.start(ASK, about);
    expect(ask['facts']).toBe(
      `争议编号：${DISPUTE}\n投诉方分店：石榴湾一店\n被投诉方分店：石榴湾二店\n内容：抢客户\n协商经过：未谈拢`,
    );
    expect(ask['claims']).toBe(
      [
        '投诉方事实与请求：请求分得佣金 8,000 元',
        '投诉方证据：带看记录',
        '投诉方附件：带看确认书',
        '被投诉方答复：客户自行选择',
        '被投诉方解释说明：未诱导',
      ].join('\n'),
    );
    await investigation.complete(ASK, { complainantAgrees: true, respondentAgrees: true, remark: '佣金可谈' }, about);
    const mediate = await investigation.start(MEDIATE, about);
    expect(mediate).toMatchObject({ facts: ask['facts'], claims: ask['claims'], report: '' });
    expect(mediate['willingness']).toBe('投诉人同意调解：是\n被投诉人同意调解：是\n说明：佣金可谈');
  });

  it('R06.7 of a case: what was complained about, both hearings and what the investigation found', async () => {
    await investigation.dispatched();
    const ofCase = { subjectNo: investigation.caseNo, actorId: 'li' };
    await investigation.complete(
      'investigation--hear-respondent',
      { statement: '已派人修', heldAt: '2026-03-04T09:00:00+08:00', mode: 'in-person' },
      ofCase,
    );
    const { facts, claims } = await investigation.start(ASK, ofCase);
    expect(facts).toContain('内容：天花板渗水三天');
    expect(facts).toContain('诉求：尽快修复');
    expect(claims).toContain('已派人修');
  });

  it('R06.7 R11.12 one side unwilling, or the time over: failed, told of the dispute, no case named', async () => {
    await investigation.complete(ASK, { complainantAgrees: true, respondentAgrees: false }, about);
    await investigation.hear('deadline.missed', { limitId: 'R06.7', subjectNo: DISPUTE }, (event, context) =>
      investigation.get(MediationDeadlineConsumer).missed(event, context),
    );
    // Events of a dispute name no case, only the organisation.
    const told = await investigation.events('mediation.failed', 'FH01');
    expect(told).toMatchObject([
      { because: 'unwilling', orgId: 'FH01' },
      { because: 'timed-out', orgId: 'FH01' },
    ]);
    expect(told.some((data) => 'caseNo' in data)).toBe(false);
  });

  it('R06.7 R11.12 agreed: the measures carry the number of the dispute and are in force at once', async () => {
    await investigation.complete(MEDIATE, { ...AGREED, measures: [SHARE], payFen: 10_000 }, about);
    const measures = [{ measureNo: `${DISPUTE}-M1`, group: 'store-manager', plannedOn: '2026-03-20' }];
    const given = { caseNo: null, measures, payFen: 10_000 };
    const done = await investigation.job(RecordAgreementWorker, 'investigation.record-agreement', given);
    expect(done).toEqual({ measures });
    const rows = await investigation.query<Record<string, unknown>>(
      `SELECT state, case_no FROM measure WHERE measure_no = $1`,
      [`${DISPUTE}-M1`],
    );
    expect(rows).toEqual([{ state: 'in-force', case_no: null }]);
    expect(await investigation.query(`SELECT 1 FROM outbox WHERE type = 'mediation.agreed'`)).toHaveLength(1);
    const carried = { subjectNo: `${DISPUTE}-M1`, caseNo: null, actorId: 'li' };
    expect((await investigation.start('measure-follow-up--carry-out', carried))['about']).toContain('石榴湾二店');
  });
});
