/** Processes of this issue: a line whose own process comes later is compared as far as it goes and counted apart. */
const LATER = new Set([
  'quality-escalation',
  'sales-complaint',
  'agency-complaint',
  'inter-store-dispute',
  'delivery-defect',
]);
const SEALED = new Set(['employee-report', 'supervision']);

export function sortOf(expect) {
  if (SEALED.has(expect.process)) return 'sealed';
  return LATER.has(expect.process) ? 'later' : 'whole';
}

/** What the case says against what the line expects: `[field, expected, found]` of each difference. */
export function differences(expect, seen) {
  const sort = sortOf(expect);
  const pairs =
    sort === 'sealed'
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
          ...(expect.admission === 'accept' ? accepted(expect, seen) : [['process', expect.process, targetOf(seen)]]),
        ];
  return pairs.filter(([, expected, found]) => !same(expected, found));
}

function accepted(expect, seen) {
  return [
    ['complexity', expect.complexity, seen.complexity],
    ['dueOn', expect.dueOn ?? seen.replyBy?.slice(0, 10), seen.replyBy?.slice(0, 10)],
    ['process', expect.process, seen.handlingProcess],
    // The first task of a process that comes later belongs to it; the case names the handler of that process.
    ...(sortOf(expect) === 'later' ? [] : [['firstDepartment', expect.firstDepartment, seen.handlerGroup]]),
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
