import { Injectable } from '@nestjs/common';
import { Clock } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import type { Trigger } from '../deadlines/deadline-events.js';
import { Deadlines } from '../deadlines/deadlines.service.js';
import { meetsBy } from '../deadlines/met-by.js';
import { OpenMeasures } from '../deadlines/open-measures.js';
import { SubjectMarks } from '../subjects/subject-marks.js';
import type { TaskEntity } from './task.entity.js';

/**
 * What the appearance of a task means for limits that other things meet: an appeal leaves the window for it (R04.12), the authority has
 * answered when its opinion is to be followed (R01.7#authority), a measure to carry out is an open one (R01.8), an order that lies with
 * the department is received (R09.7).
 */
@Injectable()
export class TaskSignals {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly measures: OpenMeasures,
    private readonly marks: SubjectMarks,
    private readonly clock: Clock,
  ) {}

  async created(manager: EntityManager, task: TaskEntity, trigger: Trigger): Promise<void> {
    const act = { at: this.clock.now(), by: 'system' };
    await this.deadlines.meet(manager, task.subjectNo, meetsBy('task.created'), act, trigger);
    switch (`${task.processId}/${task.elementId}`) {
      case 'review-appeal/admit-review':
        await this.deadlines.meet(manager, task.caseNo ?? task.subjectNo, meetsBy('appeal.recorded'), act, trigger);
        break;
      case 'review-appeal/follow-authority':
        await this.deadlines.meet(
          manager,
          task.caseNo ?? task.subjectNo,
          ({ limitId }) => limitId === 'R01.7#authority',
          act,
          trigger,
        );
        break;
      case 'department-handling/take-order':
        await this.marks.set(manager, task.caseNo ?? task.subjectNo, 'department-receipt', task.createdAt);
        break;
      case 'measure-follow-up/carry-out':
        await this.measures.opened(manager, task, trigger);
        break;
      default:
        break;
    }
  }
}
