import { scenario } from './scenario.js';
import type { Workers } from './process-run.js';

const { run, everyFlowOf } = scenario();
const input = {
  handlerGroup: 'service-centre-head',
  respondents: ['unit-1'],
  respondentGroup: [],
  kind: 'construction-quality',
  topic: 'house-quality',
  severity: 'general',
  complexity: 'simple',
  complex: false,
  amountYuan: null,
  households: 1,
  escalated: null,
  completionAcceptedOn: '2025-03-10',
  reportedOn: '2026-03-02',
};
const general = { severity: 'general', amountYuan: null };
const settled = { ...general, payFen: null, agreed: true, correctiveNeeded: false };
const surveyed = { handlerGroup: 'service-centre', component: 'wet-room', canRepair: true, ...general };

async function called(more = {}, workers: Workers = {}) {
  const { it: quality, common } = await run('property-company', {
    'warranty-routing.send-survey-report': () => ({
      completionAcceptedOn: input.completionAcceptedOn,
      severity: 'general',
      amountYuan: null,
    }),
    ...workers,
  });
  await quality.call('quality-escalation', { ...common, ...input, ...more });
  expect(quality.tasks).toEqual(['survey-first']);
  return quality;
}
type Quality = Awaited<ReturnType<typeof called>>;

/** The first survey says that the service centre cannot: the quality centre has its task the same moment. */
async function handedUp(more = {}) {
  const quality = await called(more);
  await quality.complete('survey-first', {
    ...surveyed,
    liability: 'not-owner',
    extent: 'ordinary',
    canRepair: false,
  });
  expect(quality.tasks).toEqual(['survey-second']);
  return quality;
}
const secondSurvey = { ...surveyed, handlerGroup: 'quality-centre' };

/** The quality centre cannot either, and its report is sent. */
async function reported(quality: Quality, extent = 'ordinary') {
  await quality.complete('survey-second', { ...secondSurvey, extent, canRepair: false });
  await quality.complete('write-survey-report');
  expect(quality.times('warranty-routing.send-survey-report')).toBe(1);
}

async function repairedByBuilder(quality: Quality) {
  await quality.complete('assign-project', { agreedOn: null, ...general });
  await quality.complete('repair');
  await quality.complete('owner-accepts', { accepted: true });
}

const outputs = (quality: Quality) =>
  ['outcome', 'handlerGroup', 'correctiveNeeded', 'decisionTold', 'escalated'].map((name) => quality.value(name));

describe('quality-escalation', () => {
  it('R02.3 the survey is the service centre’s, within the limit that runs since registration', async () => {
    const quality = await called();
    expect(quality.task('survey-first').who).toEqual(['service-centre-head']);
    expect(quality.task('survey-first').headers).toMatchObject({ deadlineRule: 'R02.3', contact: 'true' });
  });

  it('R02.4 the owner is liable and agrees: explained, no repair task, over with the explanation', async () => {
    const quality = await called();
    await quality.complete('survey-first', { ...surveyed, liability: 'owner', extent: 'minor' });
    expect(quality.tasks).toEqual(['explain-to-owner']);
    expect(quality.task('explain-to-owner').who).toEqual(['service-centre']);
    await quality.complete('explain-to-owner', settled);
    expect(quality.over).toBe(true);
    expect(outputs(quality)).toEqual(['owner-responsible', 'service-centre', false, false, null]);
  });

  it('R02.4 R04.8 the owner disagrees: decided with finding and basis, no repair task either', async () => {
    const quality = await called();
    await quality.complete('survey-first', { ...surveyed, liability: 'owner', extent: 'serious' });
    await quality.complete('explain-to-owner', { ...settled, agreed: false });
    expect(quality.tasks).toEqual(['decide']);
    await quality.complete('decide', { payFen: null, ...general });
    await quality.complete('write-reply', { correctiveNeeded: true });
    expect(quality.went('quality-escalation/repair-minor')).toBe(false);
    expect(outputs(quality)).toEqual(['owner-responsible', 'service-centre', true, true, null]);
  });

  it('R02.5 R03.11 minor: the engineering department has three days; the owner is content, nothing paid: over', async () => {
    const quality = await called();
    await quality.complete('survey-first', { ...surveyed, liability: 'not-owner', extent: 'minor' });
    const { who, headers } = quality.task('repair-minor');
    expect(who).toEqual(['service-centre-engineering']);
    expect(headers).toMatchObject({ deadlineRule: 'R02.5' });
    await quality.complete('repair-minor', { repaired: true, ...settled });
    expect(outputs(quality)).toEqual(['solved', 'service-centre', false, false, null]);
  });

  it('R02.5 R02.6 minor, the owner is not content: handed up to the quality centre', async () => {
    const quality = await called();
    await quality.complete('survey-first', { ...surveyed, liability: 'not-owner', extent: 'minor' });
    await quality.complete('repair-minor', { repaired: false, ...general });
    expect(quality.tasks).toEqual(['survey-second']);
  });

  it.each([
    ['minor, cannot', { extent: 'minor', canRepair: false }],
    ['ordinary', { extent: 'ordinary', canRepair: true }],
    ['serious', { extent: 'serious', canRepair: true }],
  ])('R02.6 %s: the second survey exists at once, the handing up and the survey within the day', async (_, found) => {
    const quality = await called();
    await quality.complete('survey-first', { ...surveyed, liability: 'not-owner', ...found });
    expect(quality.task('survey-second').who).toEqual(['quality-centre']);
    expect(quality.task('survey-second').headers).toMatchObject({ deadlineRule: 'R02.6#escalate,R02.6#survey' });
  });

  it('R02.7 the quality centre assists: the engineering department repairs; the owner is content: over', async () => {
    const quality = await handedUp();
    await quality.complete('survey-second', { ...secondSurvey, extent: 'ordinary' });
    const { who, headers } = quality.task('repair-ordinary');
    expect(who).toEqual(['service-centre-engineering']);
    expect(headers).toMatchObject({ deadlineRule: 'R02.7' });
    await quality.complete('repair-ordinary', { repaired: true, ...settled, correctiveNeeded: true });
    expect(outputs(quality)).toEqual(['solved', 'quality-centre', true, false, null]);
  });

  it('R02.8 R02.7 the ordinary repair fails: reported as one that nobody here can repair', async () => {
    const quality = await handedUp();
    await quality.complete('survey-second', { ...secondSurvey, extent: 'ordinary' });
    await quality.complete('repair-ordinary', { repaired: false, ...general });
    expect(quality.task('write-survey-report').headers).toMatchObject({ deadlineRule: 'R02.8', review: 'true' });
  });

  it.each([
    ['serious', { extent: 'serious', canRepair: true }],
    ['cannot', { extent: 'ordinary', canRepair: false }],
  ])('R02.8 second survey %s: a report, no repair by the quality centre', async (_, found) => {
    const quality = await handedUp();
    await quality.complete('survey-second', { ...secondSurvey, ...found });
    expect(quality.tasks).toEqual(['write-survey-report']);
    expect(quality.task('write-survey-report').who).toEqual(['quality-centre']);
  });

  it('R02.10 R02.1 the report is out: customer service tracks beside the builder, each round to the next day', async () => {
    const quality = await handedUp();
    await reported(quality);
    expect(quality.tasks.sort()).toEqual(['assign-project', 'track-completion']);
    expect(quality.task('track-completion').who).toEqual(['customer-service']);
    expect(quality.task('track-completion').headers).toMatchObject({
      deadlineRule: 'R02.10',
      deadlineDate: 'nextTrackOn',
    });
    expect(quality.task('track-completion').variables['nextTrackOn']).toBeNull();
    await quality.complete('track-completion', { tracked: false, nextTrackOn: '2026-03-06', ...general });
    expect(quality.task('track-completion').variables['nextTrackOn']).toBe('2026-03-06');
    expect(quality.tasks.sort()).toEqual(['assign-project', 'track-completion']);
    await repairedByBuilder(quality);
    expect(quality.tasks).toEqual(['track-completion']);
    await quality.complete('track-completion', { tracked: true, nextTrackOn: null, ...settled });
    expect(outputs(quality)).toEqual(['solved', 'quality-centre', false, false, null]);
  });

  it('R02.9 acceptance and severity come from the register and the case as they are when the report goes out', async () => {
    const quality = await called(
      { completionAcceptedOn: null },
      {
        'warranty-routing.send-survey-report': () => ({
          completionAcceptedOn: '2020-05-08',
          severity: 'major',
          amountYuan: 20000,
        }),
      },
    );
    await quality.complete('survey-first', {
      ...surveyed,
      liability: 'not-owner',
      extent: 'ordinary',
      canRepair: false,
    });
    await reported(quality);
    expect(quality.tasks).toContain('assign-crew');
  });

  it.each([
    ['paid', { payFen: 100 }],
    ['major', { severity: 'major' }],
    ['disputed', { agreed: false }],
  ])('R10.2 R03.11 settled but %s: decided by whom decision authority names', async (_, more) => {
    const quality = await called();
    await quality.complete('survey-first', { ...surveyed, liability: 'not-owner', extent: 'minor' });
    await quality.complete('repair-minor', { repaired: true, ...settled, ...more });
    expect(quality.tasks).toEqual(['decide']);
  });

  everyFlowOf('quality-escalation');
});
