/** Who holds the posts that the samples touch, by type of organisation (processes.md, decision `posts`). */
const INTAKE = { 'property-company': 'property-steward' };
const FIRST_CONTACT = {
  'registration-centre': 'intake-desk',
  developer: 'customer-service',
  'property-company': 'operations-head',
  'construction-company': 'intake-desk',
  brokerage: 'intake-desk',
  group: 'group-customer-service',
};

export const postIntake = (orgType) => INTAKE[orgType] ?? 'intake-desk';
export const postFirstContact = (orgType) => FIRST_CONTACT[orgType];
