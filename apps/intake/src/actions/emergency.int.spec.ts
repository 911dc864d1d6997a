import { CASE_STATES, type CaseView } from '@huiying/contracts';
import type { CloudEvent, EventContext } from '@huiying/events';
import { Intake } from '../testing/intake-harness.js';
import { EmergencyProgressConsumer } from './emergency-progress.consumer.js';

const REASON = { body: { reason: '有人被困' } };

describe('启动应急', () => {
  let intake: Intake;

  beforeAll(async () => {
    intake = await Intake.open();
  });
  afterAll(() => intake.stop());

  const press = (caseNo: string, login = 'wygm') => intake.as(login, `/api/cases/${caseNo}/emergency`, REASON);
  const page = async (caseNo: string) => (await intake.as<CaseView>('steward', `/api/cases/${caseNo}`)).body;
  const starts = async (caseNo: string) =>
    (await intake.messages('start-emergency-response')).filter(({ key }) => key === caseNo);
  const told = async (type: 'emergency.activated' | 'emergency.closed', caseNo: string, data: object) => {
    const event = { type, data: { caseNo, orgId: 'WY01', ...data } } as unknown as CloudEvent<never>;
    const consumer = intake.service.app.get(EmergencyProgressConsumer, { strict: false });
    await intake.inTransaction((manager) =>
      type === 'emergency.activated'
        ? consumer.activated(event, { manager } as EventContext)
        : consumer.closed(event, { manager } as EventContext),
    );
  };

  it.each(CASE_STATES)('R08.7 starts out of every state: %s', async (state) => {
    const { caseNo } = await intake.file();
    await intake.query(`UPDATE intake.complaint_case SET state = $2 WHERE case_no = $1`, [caseNo, state]);
    expect((await press(caseNo)).status).toBe(200);
    expect(await starts(caseNo)).toMatchObject([
      { variables: { subjectNo: caseNo, caseNo, because: 'by-hand', orgType: 'property-company' } },
    ]);
  });

  it('R08.7 by hand twice: one response, the second is refused with words; without a reason: refused', async () => {
    const { caseNo } = await intake.file();
    expect((await intake.as('wygm', `/api/cases/${caseNo}/emergency`, { body: {} })).status).toBe(422);
    expect((await press(caseNo)).status).toBe(200);
    const again = await press(caseNo);
    expect(again).toMatchObject({ status: 409, body: { type: 'emergency-running' } });
    expect(again.text).toContain('本案的应急响应正在进行');
    expect(await starts(caseNo)).toHaveLength(1);
    expect(await page(caseNo)).toMatchObject({ emergency: true, emergencyBecause: 'by-hand' });
  });

  it('R08.8 R08.2 hears of the activation: the case is marked, the leading group and the office are told by role', async () => {
    const { caseNo } = await intake.file();
    await told('emergency.activated', caseNo, { because: 'decision', reason: 'disturbs-operation' });
    expect(await page(caseNo)).toMatchObject({ emergency: true, emergencyBecause: 'decision' });
    expect(
      await intake.query(`SELECT template, to_staff FROM intake.notice WHERE case_no = $1 AND template = 'emergency'`, [
        caseNo,
      ]),
    ).toEqual([{ template: 'emergency', to_staff: ['general-manager', 'operations-head'] }]);
    await press(caseNo);
    expect(await starts(caseNo)).toEqual([]);
  });

  it('R08.7 after it was closed a person may start another one', async () => {
    const { caseNo } = await intake.file();
    await press(caseNo);
    await told('emergency.closed', caseNo, { result: 'false-alarm', revise: false, rounds: 1 });
    expect(await page(caseNo)).toMatchObject({ emergency: false });
    await press(caseNo);
    expect(await starts(caseNo)).toHaveLength(2);
  });
});
