import type { ValuesOf } from '../variables/index.js';
import { intakeJobs } from './intake.jobs.js';
import { investigationJobs } from './investigation.jobs.js';
import { tasklistJobs } from './tasklist.jobs.js';

/** Every job type of the deployed models: `JobContracts['intake.accept-case']`. The lint rule `job-contract` holds models and this list together. */
export const JobContracts = { ...intakeJobs, ...investigationJobs, ...tasklistJobs } as const;
export type JobType = keyof typeof JobContracts;
/** Variables that a worker of this type may read. */
export type InputOf<T extends JobType> = ValuesOf<(typeof JobContracts)[T]['input']>;
/** Variables that a worker of this type completes the job with. */
export type OutputOf<T extends JobType> = ValuesOf<(typeof JobContracts)[T]['output']>;
