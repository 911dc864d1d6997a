export { CaseFacts, caseNoOf } from './cases/case-facts.js';
export { CompletedTask } from './cases/completed-task.js';
export { ofJob } from './cases/job-event.js';
export { PostTable } from './cases/post-table.js';
export { isGroup, Roles } from './cases/roles.js';
export { Staff } from './cases/staff.js';
export { OwnNumbers } from './numbers/own-numbers.js';
export { ownOf, serviceModule, type ServiceParts, serviceSchema } from './service.module.js';
export { CLIMB_VIOLATION, ViolationSchedule } from './violations/violation-schedule.js';
