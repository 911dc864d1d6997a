import type { CaseView } from '@huiying/contracts';
import { verifyAudit } from '@huiying/platform';
import { ArchiveCaseWorker } from '../closure/archive-case.worker.js';
import { AcceptCaseWorker } from '../eligibility/accept-case.worker.js';
import { Intake } from '../testing/intake-harness.js';

const NAME = '张三丰';
const PHONE = '13812345678';

describe('who reads a case, and how much of it', () => {
  let intake: Intake;

  beforeAll(async () => {
    intake = await Intake.open();
  });
  afterAll(() => intake.stop());

  const open = (login: string, caseNo: string) => intake.as<CaseView>(login, `/api/cases/${caseNo}`);
  const subject = (caseNo: string) => ({ subjectNo: caseNo, caseNo, orgId: 'WY01' });
  const accepted = async () => {
    const { caseNo } = await intake.file({ respondent: { unit: 'WY01-ENG' } });
    await intake.job(AcceptCaseWorker, 'intake.accept-case', { ...subject(caseNo), kind: 'property-service' });
    return caseNo;
  };
  const relate = (caseNo: string, rel: string, unitId: string) =>
    intake.query(
      `INSERT INTO access.case_relation (case_no, rel, unit_id, source) VALUES ($1, $2, $3, 'consultation:1')`,
      [caseNo, rel, unitId],
    );

  it('R04.5 the department complained about sees name and phone masked; events and messages carry none', async () => {
    const caseNo = await accepted();
    await relate(caseNo, 'hnd', 'WY01-ENG');
    const { status, body } = await open('mechanic', caseNo);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain(NAME);
    expect(JSON.stringify(body)).not.toContain(PHONE);
    const sent = JSON.stringify([await intake.events(caseNo), await intake.messages()]);
    expect(sent).not.toContain(NAME);
    expect(sent).not.toContain(PHONE);
    expect(sent).not.toContain('天花板');
  });

  it('R03.7 an archived case is refused to whoever has no relation, the refusal is on record, and the chain verifies', async () => {
    const caseNo = await accepted();
    await intake.job(ArchiveCaseWorker, 'intake.archive-case', subject(caseNo));
    expect((await open('jjdesk', caseNo)).status).toBe(404);
    expect((await open('steward', caseNo)).status).toBe(200);
    const refusals = await intake.query<{ entry: string }>(
      `SELECT entry::text FROM access.audit WHERE entry::text LIKE $1 AND entry::text LIKE '%jjdesk%'`,
      [`%${caseNo}%`],
    );
    expect(refusals).toHaveLength(1);
    expect(
      (await verifyAudit({ query: (sql: string, params?: unknown[]) => intake.query(sql, params) } as never)).fault,
    ).toBeUndefined();
  });

  it('R06.4 an authority reads while it is consulted, masked; before and after it finds nothing', async () => {
    const caseNo = await accepted();
    expect((await open('officer', caseNo)).status).toBe(404);
    await relate(caseNo, 'con', 'ZJJ');
    const { status, body } = await open('officer', caseNo);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain(PHONE);
    await intake.query(`DELETE FROM access.case_relation WHERE case_no = $1 AND rel = 'con'`, [caseNo]);
    expect((await open('officer', caseNo)).status).toBe(404);
  });
});
