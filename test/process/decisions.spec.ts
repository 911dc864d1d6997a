import { DecisionEvaluator } from '@huiying/engine';
import { decisionXml } from './model-files.js';
import { samples, type Sample } from './samples.js';

type Context = Parameters<DecisionEvaluator['evaluate']>[1];
type Row = Record<string, unknown>;

let decisions: DecisionEvaluator;
beforeAll(async () => {
  decisions = await DecisionEvaluator.fromXml(decisionXml());
});
const decide = (id: string, context: Row): unknown => decisions.evaluate(id, context as Context).output;

/** As review-intake gives them: blank is the registered figure. */
function severityInput({ body, context: { intake } }: Sample): Row {
  return {
    amountYuan: intake.amountYuan ?? (body.amountFen === undefined ? null : body.amountFen / 100),
    households: intake.households ?? body.households ?? 1,
    proceedings: intake.proceedings ?? null,
    departmentCount: intake.respondentGroup?.length ?? 1,
    complexFlag: intake.complex ?? null,
    dangerToPersons: intake.dangerToPersons ?? null,
    disturbsOperation: intake.disturbsOperation ?? null,
    harmsStanding: intake.harmsStanding ?? null,
  };
}

function suggestedKind({ body, context }: Sample): string | null {
  const text = [body.subject, body.description].filter(Boolean).join('\n');
  const hits = (decide('topic-words', { text }) ?? []) as { topic: string; weight: number }[];
  const weights = new Map<string, number>();
  for (const { topic, weight } of hits) weights.set(topic, (weights.get(topic) ?? 0) + weight);
  const topic = [...weights].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'none';
  const { respondentType } = context.intake;
  const row = decide('classification', { topic, orgType: context.orgType, respondentType: respondentType ?? null });
  return (row as { kind: string | null }).kind;
}

function postsOf(orgType: string): Row {
  const functions = { title: 'title', intake: 'intake' };
  return Object.fromEntries(
    Object.entries(functions).map(([key, code]) => [key, decide('posts', { post: code, orgType })]),
  );
}

describe.each(samples().map((sample) => [sample.id, sample] as const))('sample %s', (_, sample) => {
  const { context, expect: expected, channel } = sample;
  const { intake, orgType } = context;
  const accepted = expected.admission === 'accept';

  it(`${expected.rules.join(' ')} kind and admission`, () => {
    const kind = decide('classification', {
      topic: intake.topic,
      orgType,
      respondentType: intake.respondentType ?? null,
    }) as { kind: string | null };
    expect(kind.kind).toBe(expected.kind);
    const eligibility = decide('eligibility', {
      kind: intake.kind,
      orgType,
      scope: intake.scope,
      specific: intake.specific,
      evidenced: intake.evidenced,
      valid: intake.valid,
      phase: context.phase ?? null,
      handoverOn: context.handoverOn ?? null,
      receivedOn: context.receivedAt.slice(0, 10),
    }) as { admission: string; target: string | null };
    expect(eligibility.admission).toBe(expected.admission);
    if (eligibility.target !== null) expect(eligibility.target).toBe(expected.process);
  });

  if (!accepted) return;

  it(`${expected.rules.join(' ')} severity, emergency and route`, () => {
    const input = severityInput(sample);
    const level = decide('severity', input) as { severity: string; complexity: string };
    expect(level).toEqual({ severity: expected.severity, complexity: expected.complexity });
    const activated = decide('emergency-activation', {
      ...input,
      severity: level.severity,
      projectType: context.projectType ?? null,
    });
    expect(activated).toBe(expected.emergency);
    const route = decide('routing', {
      kind: intake.kind,
      orgType,
      severity: level.severity,
      channel,
      openDays: context.openDays ?? 0,
      projectDissolved: context.projectDissolved ?? false,
      projectOwnership: context.projectOwnership ?? null,
      agreementParty: context.agreementParty ?? null,
      orgLevel: context.orgLevel ?? null,
      respondentGroup: intake.respondentGroup ?? null,
      posts: postsOf(orgType),
    }) as Row;
    expect(route).toMatchObject({
      signatureRequired: expected.signatureRequired,
      needsVerification: expected.needsVerification,
      calledProcess: route['handlingProcess'],
    });
    if (intake.masterNo) return; // a child waits for its master: no department of its own is expected
    expect(route).toMatchObject({
      handlingProcess: expected.process,
      handlerGroup: expected.firstDepartment,
      overseer: expected.overseer ?? null,
    });
  });
});

/** Inputs of decisions that a later step of the sample would have, as far as the decision exists. */
const further = samples().flatMap(({ id, context, expect: { decisions: wanted, rules } }) =>
  Object.entries(context.decisions ?? {}).map(([decision, input]) => ({ id, decision, input, wanted, rules })),
);
it.each(further.filter(({ decision }) => decision === 'authority'))(
  '$rules sample $id decision $decision',
  ({ decision, input, wanted }) => {
    expect(decide(decision, input)).toMatchObject(wanted?.[decision] as object);
  },
);

describe('words of a complaint', () => {
  it('R04.1 R05.1 R09.2: topic-words and classification suggest the kind in at least 85 of 100', () => {
    const judged = samples().filter(({ expect: expected }) => expected.suggestedKind !== undefined);
    const wrong = judged
      .map((sample) => [sample.id, sample.expect.suggestedKind, suggestedKind(sample)] as const)
      .filter(([, wanted, got]) => wanted !== got);
    process.stdout.write(`suggested kind: ${judged.length - wrong.length} of ${judged.length} as expected\n`);
    expect(wrong.length / judged.length).toBeLessThanOrEqual(0.15);
  });
});
