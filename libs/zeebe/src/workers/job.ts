import type { InputOf, JobType, OutputOf } from '@huiying/contracts';
import type { EntityManager } from 'typeorm';
import type { BpmnError } from './bpmn-error.js';

/** One activated job, as its handler sees it. */
export interface JobOf<T extends JobType> {
  /** Zeebe's key of the job */
  key: string;
  type: T;
  variables: InputOf<T>;
  /** task headers of the model */
  headers: Readonly<Record<string, string>>;
  processId: string;
  processVersion: number;
  elementId: string;
  /** key of the element instance: the same for every try of this job */
  elementInstanceKey: string;
  instanceKey: string;
}

export interface JobContext {
  /** the transaction that the effect, its events and the job's result commit in */
  manager: EntityManager;
  traceparent?: string;
}

export interface JobHandler<T extends JobType> {
  /** Runs once for each job, however often Zeebe hands it out. A returned BpmnError keeps the effects, a thrown one does not. */
  handle(job: JobOf<T>, context: JobContext): Promise<OutputOf<T> | BpmnError>;
}
