import { Intake } from '../testing/intake-harness.js';
import { NoticeFile } from './notice-file.js';

const CODE = '1.AAAAAAAAAAAAAAAAAAAAAA';

let intake: Intake;
beforeAll(async () => {
  intake = await Intake.open();
});
afterAll(() => intake.stop());

const ask = (caseNo: string, body: object = { respondentNo: 'DC-1-R1', code: CODE }) =>
  intake.internal<{ sent: boolean }>(`/internal/cases/${caseNo}/questionnaires`, body);

describe('questionnaires of a survey', () => {
  it('R12.7 goes to the address of the complaint, once, with its code behind the # of the link', async () => {
    const { caseNo } = await intake.file({
      contact: { name: '张三丰', phone: '13812345678', email: 'zhang@example.com' },
    });
    expect(await ask(caseNo)).toMatchObject({ status: 200, body: { sent: true } });
    expect(await ask(caseNo)).toMatchObject({ status: 200, body: { sent: true } });
    const notices = intake.service.app.get(NoticeFile, { strict: false });
    const texts = await intake.inTransaction(async (manager) => {
      const letters = (await notices.list(manager, caseNo)).filter(({ template }) => template === 'questionnaire');
      return Promise.all(letters.map((letter) => notices.open(manager, letter)));
    });
    expect(texts).toEqual([expect.stringContaining(`/p/questionnaire#${CODE}`)]);
  });

  it('R12.7 without an address nothing is sent; an unknown case is not there; a code that is none is refused', async () => {
    const { caseNo } = await intake.file();
    expect((await ask(caseNo)).body).toEqual({ sent: false });
    expect((await ask('TS-WY01-20260302-9999')).status).toBe(404);
    expect((await ask(caseNo, { respondentNo: 'DC-1-R1', code: 'short' })).status).toBe(422);
  });
});
