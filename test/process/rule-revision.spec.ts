import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();

const opened = async (drafterGroup: string, orgType = 'developer', kind = 'emergency-plan') => {
  const { it: revision, common } = await run(orgType);
  await revision.start('start-rule-revision', { ...common, caseNo: null, revisionKind: kind, drafterGroup });
  return revision;
};
const DRAFT = { revisionTarget: 'D08', effectiveOn: '2026-04-01' };

describe('rule-revision', () => {
  it('R08.9 the leading group drafts, the general manager approves, only then a version is published', async () => {
    const revision = await opened('emergency-leading-group');
    expect(revision.task('draft').who).toEqual(['emergency-leading-group']);
    await revision.complete('draft', DRAFT);
    expect(revision.task('approve').who).toEqual(['general-manager']);
    expect(revision.task('approve').headers).toMatchObject({ review: 'true' });
    expect(revision.times('studio.publish-version')).toBe(0);
    await revision.complete('approve', { approved: 'yes' });
    expect(revision.did('studio.publish-version').variables).toMatchObject(DRAFT);
    expect(revision.over).toBe(true);
  });

  it('R08.9 sent back: drafted again; dropped: nothing is published', async () => {
    const revision = await opened('emergency-leading-group');
    await revision.complete('draft', DRAFT);
    await revision.complete('approve', { approved: 'back' });
    expect(revision.tasks).toEqual(['draft']);
    await revision.complete('draft', { ...DRAFT, effectiveOn: '2026-05-01' });
    await revision.complete('approve', { approved: 'drop' });
    expect(revision.over).toBe(true);
    expect(revision.times('studio.publish-version')).toBe(0);
  });

  it('R05.10 the rules on employee reports are drafted by management alone', async () => {
    const revision = await opened('management', 'developer', 'employee-report-rules');
    expect(revision.task('draft').who).toEqual(['management']);
  });

  it('R13.10 the registration form of a property company is drafted by the general office alone', async () => {
    const revision = await opened('general-office', 'property-company', 'registration-form');
    expect(revision.task('draft').who).toEqual(['general-office']);
    await revision.complete('draft', { revisionTarget: 'registration-form', effectiveOn: '2026-03-02' });
    expect(revision.task('approve').who).toEqual(['general-manager']);
  });
});

everyFlowOf('rule-revision');
