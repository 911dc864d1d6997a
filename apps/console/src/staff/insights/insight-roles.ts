/** Who reads figures, and who enters households or starts a survey: the actions insights.read, .households, .survey of access.md. */
const CS = ['customer-service', 'project-customer-service', 'region-customer-service', 'group-customer-service'];
const MGT = ['management', 'management-dept', 'region-office', 'emergency-office', 'training-admin'];
const HEAD = [
  'service-centre-head',
  'project-head',
  'operations-head',
  'engineering-head',
  'region-head',
  'region-executive',
  'group-executive',
  'sales-manager',
  'leader-in-charge',
  'general-manager',
  'deputy-general-manager',
  'management-representative',
  'deputy-management-representative',
  'emergency-leading-group',
];
const READ = [...CS, ...MGT, ...HEAD, 'review-office', 'supervision-office', 'group-supervision-centre'];

export const mayRead = (groups: readonly string[]) => groups.some((group) => READ.includes(group));
/** Waits and repeats of the processes: whoever draws them, too. */
export const mayReadProcesses = (groups: readonly string[]) => mayRead(groups) || groups.includes('process-designer');
export const mayManage = (groups: readonly string[]) =>
  groups.some((group) => CS.includes(group) || MGT.includes(group) || HEAD.includes(group));
