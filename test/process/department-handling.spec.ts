import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const input = {
  handlerGroup: 'engineering',
  respondents: ['unit-1'],
  respondentGroup: ['engineering'],
  kind: 'property-service',
  topic: 'property-management',
  severity: 'general',
  complexity: 'simple',
  complex: false,
  amountYuan: null,
  households: 1,
  escalated: null,
};

async function ordered(orgType: string, more = {}) {
  const { it: handling, common } = await run(orgType);
  await handling.call('department-handling', { ...common, ...input, ...more });
  expect(handling.tasks).toEqual(['take-order']);
  return handling;
}
type Handling = Awaited<ReturnType<typeof ordered>>;

async function investigated(handling: Handling, justified: string) {
  await handling.complete('name-investigator', {
    investigator: 'person-7',
    departments: ['engineering'],
    complex: false,
  });
  for (const element of ['collect-evidence', 'hear-complainant', 'hear-respondent']) await handling.complete(element);
  await handling.complete('write-report', { justified, conclusive: true, fault: true });
}

describe('department-handling', () => {
  it('R09.7 R03.11 R04.8 solved today, nothing paid: no investigation, only the written reply', async () => {
    const handling = await ordered('developer');
    expect(handling.task('take-order').who).toEqual(['engineering']);
    expect(handling.task('take-order').headers).toMatchObject({ deadlineRule: 'R09.7#same-day' });
    await handling.complete('take-order', { solvedToday: true, agreed: true, payFen: null, correctiveNeeded: false });
    expect(handling.tasks).toEqual(['write-reply']);
    await handling.complete('write-reply', { correctiveNeeded: true });
    expect(handling.over).toBe(true);
    const outputs = ['handlerGroup', 'correctiveNeeded', 'decisionTold', 'escalated'].map((name) =>
      handling.value(name),
    );
    expect(outputs).toEqual(['engineering', true, false, null]);
  });

  it('R04.8 R10.2 solved today with 1 yuan paid: decided', async () => {
    const handling = await ordered('developer');
    await handling.complete('take-order', { solvedToday: true, agreed: true, payFen: 100 });
    expect(handling.tasks).toEqual(['decide']);
  });

  it('R09.7 a developer, not solved: three days run, the user is told, then investigated', async () => {
    const handling = await ordered('developer');
    await handling.complete('take-order', { solvedToday: false });
    expect(handling.did('tasklist.start-deadline').headers).toMatchObject({ limits: 'R09.7' });
    expect(handling.notices).toEqual(['delay']);
    expect(handling.tasks).toEqual(['name-investigator']);
  });

  it('R09.7 a property company has no such limit or notice', async () => {
    const handling = await ordered('property-company');
    await handling.complete('take-order', { solvedToday: false, canHandle: null });
    expect(handling.times('tasklist.start-deadline')).toBe(0);
    expect(handling.notices).toEqual([]);
    expect(handling.tasks).toEqual(['name-investigator']);
  });

  it.each([['not-in-time'], ['deputy']])(
    'R13.6 major at a property company, %s: the deputy decides first',
    async (canHandle) => {
      const handling = await ordered('property-company', { severity: 'major' });
      await handling.complete('take-order', { solvedToday: false, canHandle });
      expect(handling.task('deputy-decides').who).toEqual(['deputy-general-manager']);
      await handling.complete('deputy-decides', { handlerGroup: 'quality-centre' });
      expect(handling.task('name-investigator').who).toEqual(['quality-centre']);
    },
  );

  it('R13.6 able: no deputy', async () => {
    const handling = await ordered('property-company', { severity: 'major' });
    await handling.complete('take-order', { solvedToday: false, canHandle: 'able' });
    expect(handling.tasks).toEqual(['name-investigator']);
  });

  it.each([['no'], ['unproven']])(
    'R08.5 R04.8 not justified (%s): explained with a finding, then replied',
    async (justified) => {
      const handling = await ordered('property-company');
      await handling.complete('take-order', { solvedToday: false });
      await investigated(handling, justified);
      expect(handling.task('explain').headers).toMatchObject({ deadlineRule: 'R04.8', review: 'true' });
      await handling.complete('explain');
      await handling.complete('write-reply', { correctiveNeeded: false });
      expect(handling.over).toBe(true);
    },
  );

  it.each([['yes'], ['partly']])('R06.7 R08.5 justified (%s), mediation refused: decided', async (justified) => {
    const handling = await ordered('registration-centre');
    await handling.complete('take-order', { solvedToday: false });
    await investigated(handling, justified);
    await handling.complete('ask-willingness', { willing: false });
    expect(handling.tasks).toEqual(['decide']);
  });

  it('R06.7 mediation succeeds with nothing paid: the agreement is told, no decision', async () => {
    const handling = await ordered('property-company');
    await handling.complete('take-order', { solvedToday: false });
    await investigated(handling, 'yes');
    await handling.complete('ask-willingness', { willing: true });
    await handling.complete('mediate', { agreed: true, measures: [], payFen: null });
    expect(handling.notices).toEqual(['decision']);
    expect(handling.tasks).toEqual(['write-reply']);
    await handling.complete('write-reply', { correctiveNeeded: false });
    expect(handling.value('decisionTold')).toBe(true);
  });

  it('R11.13 a title certificate is handled by whom routing names', async () => {
    const handling = await ordered('brokerage', { kind: 'title-certificate', handlerGroup: 'title-office' });
    expect(handling.task('take-order').who).toEqual(['title-office']);
  });
});

everyFlowOf('department-handling');
