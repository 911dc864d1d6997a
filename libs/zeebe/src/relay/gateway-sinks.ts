import type { OutboxRow, RelaySink, SinkOutcome } from '@huiying/events';
import type { Gateway } from '../gateway/gateway.js';
import type { PublishedModels } from '../models/published-models.js';
import type { WithdrawnJobs } from './withdrawn-jobs.js';

interface MessagePayload {
  name: string;
  correlationKey: string;
  variables: Record<string, unknown>;
  ttlMs: number;
  startsProcess?: string;
}

interface JobPayload {
  jobKey: string;
  taskId: string;
  variables: Record<string, unknown>;
}
