import type { Posts } from '@huiying/contracts';
import { DecisionEvaluator, type JsonObject } from '@huiying/engine';
import { POST_FUNCTIONS } from '@huiying/contracts';
import { decisionXml } from './model-files.js';
import { processModels } from './models.js';
import { ProcessRun, ProcessWorld, type Workers } from './process-run.js';

/** What workers answer where a test does not say otherwise. */
const WORKERS: Workers = {
  'intake.send-notice': ({ noticeTemplate }) => ({ noticeId: `notice-${noticeTemplate}` }),
  'intake.record-notice': ({ noticeTemplate, noticeId }) => ({ noticeId: noticeId ?? `notice-${noticeTemplate}` }),
  'intake.accept-case': (input) => ({
    severity: 'general',
    complexity: 'simple',
    complex: false,
    amountYuan: input.amountYuan ?? null,
    households: input.households ?? 1,
    departmentCount: 1,
    keyCustomer: false,
    respondents: ['unit-1'],
  }),
  'intake.resolve-children': () => ({}),
  'intake.issue-work-order': ({ level }) => ({ level: level + 1 }),
  'tasklist.change-feedback-date': ({ newDate }) => ({ promisedOn: newDate }),
  'investigation.dispatch-case': () => ({ round: 1 }),
  'investigation.record-agreement': ({ measures }) => ({ measures }),
  'investigation.issue-decision': () => ({ measures: [] }),
  'investigation.record-severity': () => ({ majorSinceAcceptance: false }),
  'tasklist.check-extension': () => ({ limitId: 'R04.13', severity: 'general', amountYuan: 0 }),
  'tasklist.find-superior': () => ({ superiorGroup: 'customer-service', level: 1 }),
};

let evaluator: Promise<DecisionEvaluator> | undefined;
async function postsOf(orgType: string): Promise<Posts> {
  evaluator ??= DecisionEvaluator.fromXml(decisionXml().filter((xml) => xml.includes('<decision id="posts"')));
  const posts = await evaluator;
  return Object.fromEntries(
    Object.entries(POST_FUNCTIONS).map(([key, post]) => [key, posts.evaluate('posts', { post, orgType }).output]),
  ) as Posts;
}

let numbers = 0;

/** The tests of one file: `const { run } = scenario();`, then `await run('developer')`. */
export function scenario() {
  let world: ProcessWorld;
  beforeAll(async () => {
    world = await ProcessWorld.open();
  });
  afterAll(() => world.test.close());

  /** A run and what every process of a case carries. */
  async function run(orgType: string, workers: Workers = {}) {
    numbers += 1;
    const caseNo = `TS-T-20260302-${String(numbers).padStart(4, '0')}`;
    const common: JsonObject = {
      subjectNo: caseNo,
      caseNo,
      orgId: 'org-1',
      orgType,
      ownerGroup: 'intake-desk',
      posts: await postsOf(orgType),
      anonymous: false,
      channel: 'web',
      hasAddress: true,
    };
    return { caseNo, common, it: new ProcessRun(world, { ...WORKERS, ...workers }, caseNo) };
  }
  /** Put last in a file: its tests have taken every sequence flow of the process. */
  function everyFlowOf(processId: string): void {
    it(`${processId}: every flow was taken by a test above`, async () => {
      const model = (await processModels()).find(({ id }) => id === processId);
      const missed = model?.flows.filter((flow) => !world.taken.has(`${processId}/${flow}`));
      expect(missed).toEqual([]);
    });
  }
  return { run, everyFlowOf };
}
