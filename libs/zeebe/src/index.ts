export { type DeployedResource, Gateway, type JobAnswer, type Message } from './gateway/gateway.js';
export { type DeployedModel, ModelDeployer } from './models/model-deployer.js';
export { type PublishedModel, PublishedModels } from './models/published-models.js';
export { WithdrawnJobs } from './relay/withdrawn-jobs.js';
export { BpmnError } from './workers/bpmn-error.js';
export type { JobContext, JobHandler, JobOf } from './workers/job.js';
export { zeebeMigrations } from './workers/job-result.migration.js';
export { ZeebeWorker } from './workers/worker.decorator.js';
export { zeebeModule } from './zeebe.module.js';
