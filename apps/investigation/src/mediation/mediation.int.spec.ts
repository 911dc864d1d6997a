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
  }, 180_000);
  afterAll(() => investigation.stop());

  beforeEach(() => {
    investigation.clock.set('2026-03-05T10:00:00+08:00');
    investigation.subjectNo = DISPUTE;
  });
  const about = { subjectNo: DISPUTE, caseNo: null, actorId: 'li' };
  it('R06.7 R11.12 one side unwilling, or the time over: failed, told of the dispute, no case named', async () => {
    expect(await investigation.start(ASK, about)).toEqual({});
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
  });
});
