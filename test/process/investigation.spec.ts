import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const input = { handlerGroup: 'engineering', respondents: ['unit-1'], severity: 'general', amountYuan: null };
const named = { investigator: 'person-7', departments: ['engineering'], complex: false };
const report = { justified: 'yes', conclusive: true, fault: false };

async function opened(more = {}, naming = {}) {
  const { it: investigation, common, caseNo } = await run('developer');
  await investigation.call('investigation', { ...common, ...input, ...more });
  expect(investigation.tasks).toEqual(['name-investigator']);
  expect(investigation.task('name-investigator').headers).toMatchObject({ deadlineRule: 'R04.6' });
  await investigation.complete('name-investigator', { ...named, ...naming });
  return { investigation, caseNo };
}

describe('investigation', () => {
  it('R04.6 R04.7 evidence and both sides at once, all by the investigator; then the report', async () => {
    const { investigation } = await opened();
    expect(investigation.tasks.sort()).toEqual(['collect-evidence', 'hear-complainant', 'hear-respondent']);
    for (const element of investigation.tasks) expect(investigation.task(element).who).toEqual(['person-7']);
    expect(investigation.task('hear-complainant').headers).toMatchObject({ contact: 'true' });
    await investigation.complete('hear-complainant');
    await investigation.complete('hear-respondent');
    expect(investigation.tasks).toEqual(['collect-evidence']);
    await investigation.complete('collect-evidence');
    expect(investigation.tasks).toEqual(['write-report']);
    await investigation.complete('write-report', report);
    expect(investigation.over).toBe(true);
    const outputs = ['justified', 'departments', 'complex', 'measures'].map((name) => investigation.value(name));
    expect(outputs).toEqual(['yes', ['engineering'], false, []]);
  });

  it('R04.7 respondent silent: the hearing ends, the report is allowed; before that there is none', async () => {
    const { investigation } = await opened();
    await investigation.complete('collect-evidence');
    await investigation.complete('hear-complainant');
    expect(investigation.tasks).toEqual(['hear-respondent']);
    await investigation.reach('R04.7#respondent');
    expect(investigation.tasks).toEqual(['write-report']);
    expect(investigation.value('respondentSilent')).toBe(true);
  });

  it('R04.7 complainant silent: the hearing ends, the other goes on', async () => {
    const { investigation } = await opened();
    await investigation.complete('collect-evidence');
    await investigation.reach('R04.7#complainant');
    expect(investigation.tasks).toEqual(['hear-respondent']);
    expect(investigation.value('complainantSilent')).toBe(true);
  });

  it('R04.7 anonymous: the complainant is not invited', async () => {
    const { investigation } = await opened({ anonymous: true });
    expect(investigation.tasks.sort()).toEqual(['collect-evidence', 'hear-respondent']);
  });

  it.each([
    ['more than one department', { departments: ['engineering', 'marketing'] }],
    ['marked complex', { complex: true }],
  ])('R04.10 R08.4 %s: the departments are consulted before the report', async (_, naming) => {
    const { investigation } = await opened({}, naming);
    for (const element of ['collect-evidence', 'hear-complainant', 'hear-respondent'])
      await investigation.complete(element);
    expect(new Set(investigation.tasks)).toEqual(new Set(['give-opinion']));
    while (investigation.tasks.includes('give-opinion')) await investigation.complete('give-opinion');
    expect(investigation.task('conclude').who).toEqual(['engineering']);
    const measures = [{ measureNo: 'TS-M1', group: 'engineering', plannedOn: '2026-03-20' }];
    await investigation.complete('conclude', { measures, agreed: true });
    await investigation.complete('write-report', { ...report, justified: 'partly' });
    expect(investigation.value('measures')).toEqual(measures);
  });

  it('R04.10 one department, not complex: no consultation', async () => {
    const { investigation } = await opened();
    for (const element of ['collect-evidence', 'hear-complainant', 'hear-respondent'])
      await investigation.complete(element);
    expect(investigation.times('investigation.open-consultation')).toBe(0);
    expect(investigation.tasks).toEqual(['write-report']);
  });
});

everyFlowOf('investigation');
