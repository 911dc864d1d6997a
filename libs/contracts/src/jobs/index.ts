import type { ValuesOf } from '../variables/index.js';
import { intakeJobs } from './intake.jobs.js';
import { investigationJobs } from './investigation.jobs.js';
import { tasklistJobs } from './tasklist.jobs.js';

export type { JobContract } from './contract.js';

/** Every job type of the deployed models: `JobContracts['intake.accept-case']`. The lint rule `job-contract` holds models and this list together. */
export const JobContracts = { ...intakeJobs, ...investigationJobs, ...tasklistJobs } as const;
export type JobType = keyof typeof JobContracts;
/** Variables that a worker of this type may read. */
export type InputOf<T extends JobType> = ValuesOf<(typeof JobContracts)[T]['input']>;
/** Variables that a worker of this type completes the job with. */
export type OutputOf<T extends JobType> = ValuesOf<(typeof JobContracts)[T]['output']>;
/** BPMN errors that the model catches from this type. */
export type ErrorOf<T extends JobType> = keyof (typeof JobContracts)[T]['errors'] & string;
/** Events that a worker of this type may append. */
export type EventOf<T extends JobType> = (typeof JobContracts)[T]['emits'][number];
