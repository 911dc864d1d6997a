/** Who sees the pages of this folder, as the policy table of the server says it (project.write, defect.list, defect.register). */
const REGISTER = ['intake-desk', 'customer-service', 'project-customer-service'];
const FOLLOW = [...REGISTER, 'engineering', 'group-customer-service', 'region-customer-service'];

export const mayKeepProjects = (groups: readonly string[]) => groups.includes('administrator');
export const mayReadDefects = (groups: readonly string[]) => groups.some((group) => FOLLOW.includes(group));
export const mayRegisterDefect = (groups: readonly string[]) => groups.some((group) => REGISTER.includes(group));
