import type { linkingZh } from './linking.zh.js';

export const linkingEn: Record<keyof typeof linkingZh, string> = {
  'linking.title': 'Linking',
  'linking.lead':
    'Complaints of several households with one cause are handled once, each answered and timed by itself. Link before acceptance, part before the answer.',
  'linking.cases': 'Complaints that can be linked',
  'linking.none': 'No complaint can be linked.',
  'linking.suggestions': 'Perhaps the same cause',
  'linking.noSuggestions': 'Nothing of the same building, topic or household in the last 30 days.',
  'linking.compare': 'Compare',
  'linking.this': 'This case',
  'linking.that': 'Master',
  'linking.join': 'Link to the master',
  'linking.leave': 'Part from {caseNo}',
  'linking.joined': 'Linked to {caseNo}',
  'linking.left': 'Parted from {caseNo}',
  'linking.effect': 'Households {from} → {to}',
  'linking.sameHousehold': 'The same household again, which adds none',
  'linking.becomesMajor': 'It becomes a major case: decided one level up, limits recomputed',
  'linking.ofMaster': 'That case follows another; this one will follow its master {caseNo}',
  'linking.refused.not-now': 'This case was accepted and is handled by itself',
  'linking.refused.has-children': 'This case has children and cannot follow another',
  'linking.refused.master-closed': 'That case was withdrawn or not accepted; choose another',
  'linking.refused.master-is-child': 'That case follows another one; choose its master',
  'linking.refused.own-master': 'A case cannot follow itself',
  'linking.refused.other-organisation': 'Only cases of the same organisation can be linked',
};
