import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { Problem } from '../problem/problem.js';
import type { ActionId } from './actions.js';
import { CaseAccessLoader } from './case-access.loader.js';
import { type Decision, decide, predicate } from './decide.js';
import type { Facts } from './facts.js';
import type { ObjectFacts } from './holds.js';
import type { Predicate } from './predicate.js';
import type { Subject } from './subject.js';

/** For services: decide again on locked facts inside the transaction of a write, and filter lists. */
@Injectable()
export class AccessService {
  constructor(
    private readonly cases: CaseAccessLoader,
    private readonly clock: Clock,
  ) {}

  /** The condition that every list query takes (`whereAllowed` of libs/persistence makes SQL of it). */
  for(subject: Subject, action: ActionId): Predicate {
    return predicate(subject, action);
  }

  async decide(subject: Subject, action: ActionId, facts?: Facts, manager?: EntityManager): Promise<Decision> {
    return decide(subject, action, facts && (await this.complete(facts, manager)), this.clock.now());
  }

  /** @throws Problem 403 or 404 as the decision says */
  async demand(subject: Subject, action: ActionId, facts?: Facts, manager?: EntityManager): Promise<'full' | 'masked'> {
    const decision = await this.decide(subject, action, facts, manager);
    if (!decision.ok) throw new Problem(decision.code, decision.as === 404 ? 'missing' : 'forbidden');
    return decision.view;
  }

  /** Facts of a service with what schema access knows of the case and the unit. */
  async complete(facts: Facts, manager?: EntityManager): Promise<ObjectFacts> {
    return {
      ...facts,
      case: facts.caseNo === undefined ? undefined : await this.cases.load(facts.caseNo, manager),
      ...(facts.unitId === undefined ? {} : { unitLine: await this.cases.linesOf([facts.unitId]) }),
      ...(facts.handledBy === undefined ? {} : { handledLine: await this.cases.linesOf(facts.handledBy) }),
    };
  }
}
