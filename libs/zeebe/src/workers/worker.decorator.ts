import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { JobType } from '@huiying/contracts';

export const JOB_TYPE = Symbol('JOB_TYPE');

/**
 * Marks a class as the worker of one Zeebe job type: one file, one class. List it among the providers of its feature's module;
 * `zeebeModule(schema)` of the service that its contract names finds it.
 */
export function ZeebeWorker(type: JobType): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(JOB_TYPE, type));
}
