import type { exposuresZh } from './exposures.zh.js';

export const exposuresEn: Record<keyof typeof exposuresZh, string> = {
  'menu.exposures': 'Exposures',
  'exposures.title': 'Media exposures',
  'exposures.register': 'Register an exposure',
  'exposures.registerHint':
    'It can be clarified within five days of publication: register it soon; the region checks the rest.',
  'exposures.registerOnly': 'The region checks and follows what you register.',
  'exposures.registered': 'Registered as {exposureNo}, to be clarified by {clarifyBy}.',
  'exposures.state': 'State',
  'exposures.number': 'Number',
  'exposures.medium': 'Medium',
  'exposures.outlet': 'Outlet',
  'exposures.store': 'Store',
  'exposures.storeId': 'Store',
  'exposures.publishedOn': 'Published',
  'exposures.clarifyBy': 'Clarify by',
  'exposures.caseNo': 'Case',
  'exposures.summary': 'Summary',
  'exposures.registeredAt': 'Registered',
  'exposures.empty': 'No exposures yet.',
  'exposures.filteredEmpty': 'No exposure matches.',
};
