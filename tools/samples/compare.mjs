const SEALED = new Set(['employee-report', 'supervision']);
/** Groups that are the head of a unit of the case, no role: the tasklist names the person. */
const UNIT_GROUPS = new Set(['respondent-unit', 'agreement-party']);
/** A case ends or waits in these without a task of a handling. */
const WITHOUT_TASK = new Set(['eligibility-check', 'complaint-handling']);

export const isSealed = (expect) => SEALED.has(expect.process);

/** Has the case a first task that the line names by its role? */
export const hasFirstTask = (expect) =>
  !isSealed(expect) && !WITHOUT_TASK.has(expect.process) && !UNIT_GROUPS.has(expect.firstDepartment);

/** What the case says against what the line expects: `[field, expected, found]` of each difference. */
export function differences(expect, seen) {
  const pairs = isSealed(expect)
    ? [
        ['state', 'not-accepted', seen.state],
        ['target', 'other-procedure', seen.diversion?.target ?? seen.handlingProcess],
        ['kind', null, seen.kind],
      ]
    : [
        ['kind', expect.kind, seen.kind],
        ['admission', expect.admission, seen.admission],
        ['severity', expect.severity, seen.severity],
        ['emergency', expect.emergency, seen.emergency],
        ...(expect.exposure === undefined ? [] : [['exposure', expect.exposure, seen.exposed]]),
        ...(expect.admission === 'accept' ? accepted(expect, seen) : [['process', expect.process, targetOf(seen)]]),
        ...(hasFirstTask(expect) ? [['firstDepartment', expect.firstDepartment, seen.firstDepartment]] : []),
      ];
  return pairs.filter(([, expected, found]) => !same(expected, found));
}

function accepted(expect, seen) {
  return [
    ['complexity', expect.complexity, seen.complexity],
    ['dueOn', expect.dueOn ?? seen.replyBy?.slice(0, 10), seen.replyBy?.slice(0, 10)],
    ['process', expect.process, seen.handlingProcess],
    ...(UNIT_GROUPS.has(expect.firstDepartment)
      ? [['firstDepartment', expect.firstDepartment, seen.handlerGroup]]
      : []),
    ['signatureRequired', expect.signatureRequired, seen.signatureRequired],
    ['needsVerification', expect.needsVerification, seen.needsVerification],
    ['overseer', expect.overseer ?? null, seen.overseer ?? null],
  ];
}

/** A case that is not accepted goes to another process, or ends or waits in the eligibility check; the group's centre is no process. */
const targetOf = ({ diversion }) => {
  const target = diversion?.target ?? null;
  return target === null || target === 'other-centre' ? 'eligibility-check' : target;
};

const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
