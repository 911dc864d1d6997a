import type { ServiceParts } from '@huiying/service';

/** What the features of this service bring, one list each. */
export const MEDIA_PENALTIES: ServiceParts = {
  name: 'media-penalties',
  migrations: [],
  controllers: [],
  providers: [],
};
