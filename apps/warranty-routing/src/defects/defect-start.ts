import { Injectable } from '@nestjs/common';
import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { OwnNumbers, PostTable } from '@huiying/service';
import { dayOf } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';
import { projectIdOf } from '../project/project-id.js';
import { DefectBook, type NewDefect } from './defect-book.js';

const PROCESS = 'delivery-defect';
const FIRST = 'project-customer-service';

/** A defect gets its number QX-… and its process (R10.4), in the transaction of whatever brought it. */
@Injectable()
export class DefectStart {
  constructor(
    private readonly defects: DefectBook,
    private readonly numbers: OwnNumbers,
    private readonly posts: PostTable,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async register(
    manager: EntityManager,
    given: Omit<NewDefect, 'defectNo' | 'projectId' | 'registeredAt' | 'registeredOn'> & {
      orgType: string;
      /** Day of receipt; today unless a complaint came before. */
      registeredOn?: string;
    },
  ): Promise<string> {
    const { orgType, registeredOn, ...defect } = given;
    const registeredAt = this.clock.now();
    const defectNo = await this.numbers.next(manager, 'QX', defect.orgId);
    await this.defects.register(manager, {
      ...defect,
      defectNo,
      projectId: defect.project === null ? null : projectIdOf(defect.project),
      registeredOn: registeredOn ?? dayOf(registeredAt),
      registeredAt,
    });
    await this.outbox.message(manager, {
      name: `start-${PROCESS}`,
      correlationKey: defectNo,
      startsProcess: PROCESS,
      variables: {
        subjectNo: defectNo,
        orgId: defect.orgId,
        orgType,
        posts: this.posts.of(orgType),
        ownerGroup: FIRST,
      },
    });
    return defectNo;
  }
}
