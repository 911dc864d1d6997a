/** Who reads all responses of their place (access.md §2 emergency.read); the team of one reads it from its case. */
const READERS = ['emergency-office', 'emergency-leading-group', 'leader-in-charge', 'general-manager'];

export const mayReadEmergencies = (groups: readonly string[]) => groups.some((group) => READERS.includes(group));
