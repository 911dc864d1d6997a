import { Emergencies } from '../testing/emergency-harness.js';

/** Everybody of the directory, by what they hold. */
const PEOPLE = ['boss', 'zong', 'desk', 'shou', 'qian', 'gong', 'zhou', 'mei', 'li', 'wang', 'jzong', 'jgong', 'jdesk'];

describe('the list of emergency responses shows what opens by itself, to everybody', () => {
  let company: Emergencies;
  const cases: Record<string, string> = {};
  const related = (caseNo: string, rel: string, personId: string) =>
    company.query(`INSERT INTO access.case_relation (case_no, rel, person_id, source) VALUES ($1, $2, $3, 'test:1')`, [
      caseNo,
      rel,
      personId,
    ]);

  beforeAll(async () => {
    company = await Emergencies.open();
    for (const name of ['plain', 'owned', 'conflicted', 'restricted']) {
      cases[name] = await company.fresh();
      await company.alert();
    }
    cases['builder'] = await company.fresh({ orgId: 'JZ01', orgType: 'construction-company' });
    await company.alert({ orgId: 'JZ01', orgType: 'construction-company' });
    for (const [rel, personId] of [
      ['own', 'li'],
      ['asg', 'gong'],
      ['hnd', 'mei'],
      ['cand', 'wang'],
    ] as const)
      await related(cases['owned'] ?? '', rel, personId);
    for (const personId of ['zong', 'li']) await related(cases['conflicted'] ?? '', 'conflicted', personId);
    await related(cases['conflicted'] ?? '', 'own', 'li');
    await company.query(`UPDATE access.case_facts SET class = 'restricted' WHERE case_no = $1`, [cases['restricted']]);
  });
  afterAll(() => company.stop());

  it.each(PEOPLE)('R08.5 access.md §2 %s', async (login) => {
    const { listed, opened } = await company.listedAndOpened(login, {
      list: '/api/emergency',
      number: 'caseNo',
      open: (caseNo) => `/api/emergency/${caseNo}`,
      numbers: Object.values(cases),
    });
    expect(listed).toEqual(opened);
    const wanted: Record<string, string[]> = {
      shou: ['plain', 'owned', 'conflicted'],
      zong: ['plain', 'owned'],
      jzong: ['builder'],
      ...{ li: ['owned'], gong: ['owned'], mei: ['owned'] },
    };
    const named = (wanted[login] ?? []).map((name) => cases[name]).sort();
    if (login in wanted || ['wang', 'desk', 'zhou'].includes(login)) expect(listed).toEqual(named);
  });
});
