import type { ActionId } from './actions.js';
import type { FactKind } from './facts.js';
import type { Need, PolicyRow } from './policy.js';
import type { Relation } from './predicate.js';
import type { Bundle, RoleId } from './roles.js';

type Staff = {
  roles?: '*' | (Bundle | RoleId)[];
  rel?: Relation[];
  within?: true;
  need?: Need[];
  class?: PolicyRow['class'];
};

let count = new Map<string, number>();
const numbered = (action: ActionId): string => {
  const n = (count.get(action) ?? 0) + 1;
  count.set(action, n);
  return n === 1 ? action : `${action}#${n}`;
};

const row = (action: ActionId, on: FactKind | undefined, staff: Staff): PolicyRow => ({
  id: numbered(action),
  action,
  principal: 'staff',
  ...(on ? { on } : {}),
  roles: staff.roles ?? '*',
  ...(staff.rel ? { rel: staff.rel } : {}),
  ...(staff.within ? { within: true as const } : {}),
  class: staff.class ?? ['internal'],
  ...(staff.need ? { need: staff.need } : {}),
});
const open = (action: ActionId): PolicyRow => ({
  id: numbered(action),
  action,
  principal: 'public',
  roles: '*',
  class: ['internal'],
});
const complainant = (action: ActionId): PolicyRow => ({
  id: numbered(action),
  action,
  principal: 'complainant',
  on: 'case',
  roles: '*',
  rel: ['cmp'],
  class: ['internal', 'restricted'],
});

/** Who reads a case at all. */
const READERS: Relation[] = ['own', 'asg', 'cand', 'hnd', 'desk', 'sup', 'aud', 'con'];
/** Who starts the emergency response (R08.5), each for the places below theirs. */
const EMERGENCY: RoleId[] = ['emergency-office', 'leader-in-charge', 'general-manager'];
/** Who registers a defect of the period of delivery, and who follows them. */
const DEFECT_DESK: RoleId[] = ['intake-desk', 'customer-service', 'project-customer-service'];
const DEFECT_STAFF: RoleId[] = [...DEFECT_DESK, 'engineering', 'group-customer-service', 'region-customer-service'];
const PLATFORM: Bundle[] = ['DES', 'APP', 'OPS', 'INT', 'ADM'];

/** The matrix of access.md §2 as data: the only place that says who may do what. */
export const POLICY: readonly PolicyRow[] = [
  open('portal.file'),
  open('portal.upload'),
  open('portal.look'),
  open('report.file'),
  open('questionnaire.answer'),
  // Number and receipt are the proof; the service itself holds them against each other, for every refusal weighs the same (§5).
  open('report.follow'),
  open('sys.look'),
  complainant('portal.follow'),
  complainant('portal.answer'),

  // 首问: whoever is asked first registers; DESK and CS of the organisation do what follows from it.
  row('intake.register', undefined, { need: ['audit'] }),
  row('intake.similar', undefined, { roles: ['DESK', 'CS'] }),
  row('intake.classify', undefined, { roles: ['DESK', 'CS'] }),
  row('intake.lookup', undefined, { roles: ['DESK', 'CS'], need: ['audit'] }),

  row('case.list', 'case', { rel: READERS }),
  row('case.list', 'case', { roles: ['AUT'], rel: ['con'] }),
  row('case.search', 'case', { rel: ['own', 'desk'], need: ['audit'] }),
  row('case.totals', 'case', { rel: READERS }),
  row('case.export', 'case', { rel: READERS, need: ['audit', 'reason'] }),
  row('case.read', 'case', { rel: READERS }),
  row('case.read', 'case', { roles: ['AUT'], rel: ['con'] }),
  // Restricted (PIPL 47 II): out of everybody's sight but the auditor's, who needs a second person.
  row('case.read', 'case', { rel: ['aud'], class: ['restricted'], need: ['second', 'audit'] }),
  row('case.audit', 'case', { rel: ['own', 'sup', 'aud'] }),
  row('case.original', 'case', { rel: ['own', 'asg'], need: ['audit', 'unmask'] }),
  row('case.original', 'attachment', { rel: ['own', 'asg'], need: ['audit', 'unmask'] }),
  row('case.read', 'attachment', { rel: READERS }),
  row('case.read', 'document', { rel: READERS }),
  row('case.unmask', 'case', { rel: ['own'], need: ['reason', 'audit', 'unmask'] }),
  // Whoever holds a task with header contact=true: survey, hear, tell, visit, serve.
  row('case.unmask', 'case', { rel: ['contact'], need: ['reason', 'audit', 'unmask'] }),
  row('case.unmask', 'case', { rel: ['aud'], need: ['reason', 'audit', 'unmask', 'second'] }),
  row('case.note', 'case', { rel: ['own', 'asg', 'hnd'], need: ['audit'] }),
  row('case.extend', 'case', { rel: ['own', 'asg', 'hnd'], need: ['audit', 'reason'] }),
  row('case.serious', 'case', { rel: ['own', 'asg', 'hnd'], need: ['audit', 'reason'] }),
  // 转督办 (R09.2): not in the case's audit, which the person referred may read; the sealed file keeps who did it.
  row('case.refer', 'case', { rel: ['own', 'asg', 'hnd', 'sup'], need: ['reason'] }),
  // 回避 is declared by oneself, candidates before they claim, or for others by the owner and those above.
  row('case.recuse', 'case', { rel: ['own', 'asg', 'cand', 'hnd', 'sup'], need: ['audit', 'reason'] }),
  row('case.facts', 'case', { rel: ['desk', 'own', 'asg'], need: ['audit'] }),
  row('case.date', 'case', { rel: ['asg'], need: ['audit'] }),
  row('case.reply', 'case', { roles: ['REV'], within: true, need: ['audit'] }),
  row('case.link', 'case', { rel: ['desk', 'own'], need: ['audit', 'reason'] }),
  row('case.emergency', 'case', { roles: EMERGENCY, within: true, need: ['audit', 'reason'] }),
  row('emergency.read', 'case', { roles: [...EMERGENCY, 'emergency-leading-group'], within: true }),
  row('emergency.read', 'case', { rel: ['own', 'asg', 'hnd'] }),

  row('task.list', 'task', { rel: ['asg', 'cand', 'hnd'] }),
  row('task.team', 'task', { roles: ['HEAD'], rel: ['sup'] }),
  row('task.read', 'task', { rel: ['asg', 'cand', 'hnd'] }),
  row('task.read', 'task', { roles: ['HEAD'], rel: ['sup'] }),
  row('task.claim', 'task', { rel: ['cand'], need: ['audit'] }),
  row('task.release', 'task', { rel: ['asg'], need: ['audit'] }),
  row('task.delegate', 'task', { rel: ['asg'], need: ['audit', 'reason'] }),
  row('task.complete', 'task', { rel: ['asg'], need: ['audit'] }),
  row('task.attach', 'task', { rel: ['asg'], need: ['audit'] }),
  row('task.draft', 'task', { rel: ['asg'] }),
  row('task.agreed-date', 'task', { rel: ['asg'], need: ['audit'] }),
  row('task.assign', 'task', { rel: ['asg'], need: ['audit'] }),
  row('task.assign', 'task', { roles: ['HEAD'], rel: ['sup'], need: ['audit'] }),
  row('task.bulk', undefined, {}),

  row('penalty.list', 'penalty', { roles: ['region-office', 'HEAD', 'FIN'], within: true }),
  row('penalty.list', 'penalty', { roles: ['store-manager'], rel: ['pty'] }),
  row('penalty.export', 'penalty', { roles: ['region-office', 'HEAD', 'FIN'], within: true, need: ['audit'] }),
  row('penalty.export', 'penalty', { roles: ['store-manager'], rel: ['pty'], need: ['audit'] }),
  row('penalty.revoke', 'penalty', { roles: ['region-head'], within: true, need: ['audit', 'reason'] }),
  row('exposure.list', 'exposure', { roles: ['region-office', 'HEAD'], within: true }),
  row('exposure.list', 'exposure', { roles: ['store-manager'], rel: ['pty'] }),
  row('exposure.export', 'exposure', { roles: ['region-office', 'HEAD'], within: true, need: ['audit'] }),
  row('exposure.export', 'exposure', { roles: ['store-manager'], rel: ['pty'], need: ['audit'] }),
  // Registered by hand by the region or the desk (processes.md §3.4).
  row('exposure.register', undefined, { roles: ['region-office', 'intake-desk'], need: ['audit'] }),
  row('dispute.list', 'dispute', { roles: ['region-office', 'HEAD'], within: true }),
  row('dispute.list', 'dispute', { roles: ['store-manager'], rel: ['pty'] }),
  // A store for itself, the region office for a store of its region (the service asks whose it is).
  row('dispute.file', undefined, { roles: ['store-manager', 'region-office'], need: ['audit'] }),
  row('store.list', 'unit', { roles: ['ADM', 'region-office', 'HEAD'], within: true }),
  row('store.write', 'unit', { roles: ['ADM', 'region-office'], within: true, need: ['audit'] }),
  // A published ranking is for everybody who works here.
  row('ranking.list', undefined, {}),

  // Named handlers alone; the service decides, so that no audit which others read holds a report's number (access.md §5).
  row('report.handle', undefined, {}),
  row('report.open', undefined, { need: ['fresh'] }),

  row('studio.read', undefined, { roles: ['DES', 'APP', 'OPS', 'HEAD'] }),
  row('studio.edit', undefined, { roles: ['DES'], need: ['audit'] }),
  row('studio.release', undefined, { roles: ['APP'], need: ['audit', 'fresh'] }),
  // The rules are everybody's to read; a revision is asked for by those who answer for them.
  row('rulebook.read', undefined, {}),
  row('revision.open', undefined, {
    roles: ['DES', 'HEAD', 'management', 'management-dept', 'general-office', 'emergency-office'],
    need: ['audit'],
  }),
  row('ops.read', undefined, { roles: ['OPS', 'DES'] }),
  row('ops.act', undefined, { roles: ['OPS'], need: ['audit', 'reason'] }),

  // Integrators and operators see every event (ids and codes only), other staff those of cases that they may read.
  row('events.pull', undefined, {}),
  open('events.schema'),
  row('webhook.list', undefined, { roles: ['INT'] }),
  row('webhook.create', undefined, { roles: ['INT'], need: ['audit'] }),
  row('webhook.edit', 'webhook', { roles: ['INT'], rel: ['aut'], need: ['audit'] }),
  row('insights.read', undefined, { roles: ['HEAD', 'MGT', 'CS', 'REV', 'SUP', 'DES'] }),
  // Reports of one's units, or delivered to a post of one's own: the list says which.
  row('insights.report', undefined, {}),
  row('insights.households', undefined, { roles: ['HEAD', 'MGT', 'CS'] }),
  row('insights.survey', undefined, { roles: ['HEAD', 'MGT', 'CS', 'REV'] }),

  row('me.self', undefined, {}),
  row('me.absence', undefined, { need: ['audit'] }),
  row('admin.read', undefined, { roles: ['ADM'] }),
  row('admin.write', undefined, { roles: ['ADM'], need: ['audit'] }),
  row('project.read', undefined, {}),
  row('project.write', undefined, { roles: ['ADM'], need: ['audit'] }),
  // Defects of the period of delivery (R10.4) are no cases: the service shows those of one's own organisations, and to customer service of
  // a region or the group those of all below.
  row('defect.list', undefined, { roles: DEFECT_STAFF }),
  row('defect.register', undefined, { roles: DEFECT_DESK, need: ['audit'] }),
  row('training.edit', undefined, { roles: ['training-admin'], need: ['audit'] }),
  row('audit.read', undefined, { roles: ['SUP', 'ADM', 'CUS'], need: ['audit'] }),
  row('audit.verify', undefined, { roles: ['SUP', 'ADM', 'CUS'] }),
  row('privacy.handle', undefined, { roles: ['PRI'], need: ['audit'] }),
  row('privacy.hold', undefined, { roles: ['SUP', 'leader-in-charge'], need: ['audit', 'reason', 'second'] }),

  {
    id: numbered('sys.form'),
    action: 'sys.form',
    principal: 'service',
    roles: '*',
    class: ['internal', 'sealed', 'restricted'],
  },
];

/** Roles of the platform: they never see the content of a case (access.md §1). */
export const WITHOUT_CASES: readonly Bundle[] = [...PLATFORM, 'PRI', 'CUS'];

/** People of outside authorities: of a case they have what a row gives them by name, while they are consulted (R06.4). */
export const OUTSIDE: Bundle = 'AUT';

count = new Map();
