import { text } from '../variables/index.js';
import { message, ofOrganisation } from './contract.js';

/** Messages of the processes of defects of the period of delivery. */
export const qualityMessages = {
  /**
   * From warranty-routing, when a complaint is diverted to it or one is registered by hand (R10.4). subjectNo = defectNo `QX-…`; no case
   * and no complainant: the defect keeps the number of the case that it came from.
   */
  'start-delivery-defect': message({ key: 'defectNo', variables: { ...ofOrganisation, ownerGroup: text } }),
} as const;
