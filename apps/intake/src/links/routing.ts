import { PostTable } from '@huiying/service';
import { Injectable } from '@nestjs/common';
import { PublishedModels } from '@huiying/zeebe';
import type { ComplaintCase } from '../case/complaint-case.entity.js';

/** What decision `routing` says of a case. */
export interface Route {
  handlingProcess: string | null;
  handlerGroup: string | null;
  overseer: string | null;
  signatureRequired: boolean;
  needsVerification: boolean;
}

/**
 * Decision `routing` in process: at acceptance, before the dispatch tells it by an event (docs/adr/0004), and for a child, which waits for
 * its master and is not dispatched.
 */
@Injectable()
export class RoutingTable {
  constructor(
    private readonly models: PublishedModels,
    private readonly posts: PostTable,
  ) {}

  of(row: ComplaintCase, openDays: number): Route {
    const { kind, orgType, orgLevel, severity, channel, respondentGroup } = row;
    const { projectDissolved, projectOwnership, agreementParty } = row;
    const facts = { kind, orgType, orgLevel, severity, channel, respondentGroup, openDays };
    const context = { ...facts, projectDissolved, projectOwnership, agreementParty, posts: this.posts.of(orgType) };
    const route = this.models.decisions().evaluate('routing', context).output as Partial<Route> | null;
    return {
      handlingProcess: route?.handlingProcess ?? null,
      handlerGroup: route?.handlerGroup ?? null,
      overseer: route?.overseer ?? null,
      signatureRequired: route?.signatureRequired === true,
      needsVerification: route?.needsVerification === true,
    };
  }
}

/** A child waits in the main process itself: no process of a handling and no department has it. */
export const waiting = (route: Route): Route => ({
  ...route,
  handlingProcess: 'complaint-handling',
  handlerGroup: null,
  overseer: null,
});
