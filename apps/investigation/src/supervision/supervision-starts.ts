import { Injectable } from '@nestjs/common';
import type { MessageVariables, SupervisionOrigin } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { PostTable } from '@huiying/service';
import type { EntityManager } from 'typeorm';
import { SupervisionBook } from './supervision-book.js';

type Start = MessageVariables<'start-supervision'>;

/** Whose supervision, out of what. */
export interface SupervisionStart extends Pick<Start, 'orgId' | 'orgType'> {
  origin: Exclude<SupervisionOrigin, 'audit'>;
  originNo: string;
  caseNo?: string | null;
  limitId?: string | null;
  referral?: { by: string; reason: string };
}

/** Opens a file of the supervision office and starts its process, once for each origin (R09.2, R03.8). */
@Injectable()
export class SupervisionStarts {
  constructor(
    private readonly files: SupervisionBook,
    private readonly posts: PostTable,
    private readonly outbox: Outbox,
  ) {}

  /** @returns the number `DB-…` */
  async start(manager: EntityManager, given: SupervisionStart): Promise<string> {
    const { orgId, orgType, origin, originNo, caseNo, limitId, referral } = given;
    const { file, isNew } = await this.files.open(manager, {
      orgId,
      origin,
      originNo,
      caseNo: caseNo ?? null,
      limitId: limitId ?? null,
      ...(referral ? { referral } : {}),
    });
    if (!isNew) return file.supervisionNo;
    const variables: Start = { subjectNo: file.supervisionNo, orgId, orgType, posts: this.posts.of(orgType) };
    await this.outbox.message(manager, {
      name: 'start-supervision',
      correlationKey: file.supervisionNo,
      startsProcess: 'supervision',
      variables: { ...variables },
    });
    return file.supervisionNo;
  }
}
