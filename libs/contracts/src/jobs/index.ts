import type { ValuesOf } from '../variables/index.js';
import { emergencyResponseJobs } from './emergency-response.jobs.js';
import { employeeReportsJobs } from './employee-reports.jobs.js';
import { insightsJobs } from './insights.jobs.js';
import { intakeJobs } from './intake.jobs.js';
import { investigationJobs } from './investigation.jobs.js';
import { mediaPenaltiesJobs } from './media-penalties.jobs.js';
import { studioJobs } from './studio.jobs.js';
import { tasklistJobs } from './tasklist.jobs.js';
import { warrantyRoutingJobs } from './warranty-routing.jobs.js';

/** Every job type of the deployed models: `JobContracts['intake.accept-case']`. The lint rule `job-contract` holds models and this list together. */
export const JobContracts = {
  ...intakeJobs,
  ...investigationJobs,
  ...tasklistJobs,
  ...warrantyRoutingJobs,
  ...mediaPenaltiesJobs,
  ...emergencyResponseJobs,
  ...employeeReportsJobs,
  ...insightsJobs,
  ...studioJobs,
} as const;
export type JobType = keyof typeof JobContracts;
/** Variables that a worker of this type may read. */
export type InputOf<T extends JobType> = ValuesOf<(typeof JobContracts)[T]['input']>;
/** Variables that a worker of this type completes the job with. */
export type OutputOf<T extends JobType> = ValuesOf<(typeof JobContracts)[T]['output']>;
