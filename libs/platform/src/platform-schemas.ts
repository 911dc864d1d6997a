import {
  AccessAudit1795600000013,
  AccessAuthorities1795600000016,
  AccessDirectory1795600000010,
  AccessKeyCanary1795600000014,
  AccessRelations1795600000011,
  AccessRelationsOfService1795600000015,
  AccessTrackingCodes1795600000012,
} from './access/access.migrations.js';
import { Clock1795600000001 } from './clock/clock.migrations.js';

/** Schemas that the platform owns; libs/persistence brings them up to date before any service's. */
export const PLATFORM_SCHEMAS: { name: string; migrations: (new () => object)[] }[] = [
  { name: 'clock', migrations: [Clock1795600000001] },
  {
    name: 'access',
    migrations: [
      AccessDirectory1795600000010,
      AccessRelations1795600000011,
      AccessTrackingCodes1795600000012,
      AccessAudit1795600000013,
      AccessKeyCanary1795600000014,
      AccessRelationsOfService1795600000015,
      AccessAuthorities1795600000016,
    ],
  },
];
