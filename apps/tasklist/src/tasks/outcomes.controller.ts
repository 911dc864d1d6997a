import { Controller, Get, Param } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { Problem, ServiceOnly } from '@huiying/platform';
import { isUUID } from 'class-validator';
import { TaskCompletion } from './task-completion.service.js';

/** What completed tasks said, for the owners of their forms (the id is the task's). */
@Controller('internal/outcomes')
export class OutcomesController {
  constructor(private readonly completion: TaskCompletion) {}

  @Get(':id')
  @ServiceOnly()
  async read(@Param('id') id: string): Promise<TaskOutcome> {
    const outcome = isUUID(id) ? await this.completion.outcome(id) : undefined;
    if (!outcome) throw new Problem('not-found', 'missing');
    return outcome;
  }
}
