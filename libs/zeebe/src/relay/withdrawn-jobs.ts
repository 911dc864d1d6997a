/**
 * Told when a completed user task's job was gone: a boundary event or a cancelled instance was faster. The tasklist provides it
 * (`{ provide: WithdrawnJobs, useExisting: … }`), marks the task withdrawn and tells the person.
 */
export abstract class WithdrawnJobs {
  abstract withdrawn(taskId: string, jobKey: string): Promise<void>;
}
