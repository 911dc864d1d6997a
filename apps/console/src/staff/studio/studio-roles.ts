/** Who sees the studio's figures (access.md §2 `studio.read`, platform roles and those who approve revisions). */
const READERS = ['process-designer', 'studio-approver', 'operator', 'general-manager', 'leader-in-charge'];
/** Who asks for a revision (`revision.open`), but for further heads, who may by the same row. */
const REVISERS = [
  'process-designer',
  'general-manager',
  'leader-in-charge',
  'emergency-leading-group',
  'management-representative',
  'management',
  'management-dept',
  'general-office',
  'emergency-office',
];

export const mayReadParameters = (groups: readonly string[]) => groups.some((group) => READERS.includes(group));
export const mayRevise = (groups: readonly string[]) => groups.some((group) => REVISERS.includes(group));
