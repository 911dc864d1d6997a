/** Every action that somebody may be allowed or refused; the rows of policy.table.ts say to whom (access.md §2, matrix). */
export const ACTIONS = [
  'portal.file', 'portal.upload', 'portal.look', 'portal.follow', 'portal.answer',
  'report.file', 'report.follow', 'report.handle',
  'intake.register', 'intake.similar', 'intake.classify', 'intake.lookup',
  'case.list', 'case.search', 'case.totals', 'case.export', 'case.read', 'case.audit', 'case.original', 'case.unmask',
  'case.note', 'case.extend', 'case.serious', 'case.recuse', 'case.facts', 'case.date', 'case.reply', 'case.link',
  'case.emergency', 'emergency.read',
  'task.list', 'task.team', 'task.read', 'task.claim', 'task.release', 'task.delegate', 'task.complete', 'task.attach',
  'task.draft', 'task.agreed-date', 'task.assign', 'task.bulk',
  'penalty.list', 'penalty.revoke', 'exposure.list', 'dispute.list',
  'studio.read', 'studio.edit', 'studio.release',
  'ops.read', 'ops.act',
  'events.pull', 'events.schema', 'webhook.list', 'webhook.edit',
  'insights.read',
  'me.self', 'me.absence',
  'admin.read', 'admin.write', 'project.read', 'project.write', 'training.edit',
  'audit.read', 'audit.verify', 'privacy.handle', 'privacy.hold',
  'sys.look', 'sys.form',
] as const;

export type ActionId = (typeof ACTIONS)[number];
