import { Injectable } from '@nestjs/common';
import { PublishedModels } from '@huiying/zeebe';
import { limitRowOf, type LimitFacts, type LimitRow } from './limit-terms.js';

/** The figures of every limit: decision `deadlines` in the version in force, evaluated in process (R03.2). */
@Injectable()
export class LimitBook {
  constructor(private readonly models: PublishedModels) {}

  /** Undefined when the decision has no row for this limit and type of organisation: then it is not started. */
  row(limitId: string, facts: LimitFacts): LimitRow | undefined {
    const { output } = this.models.decisions().evaluate('deadlines', { limitId, ...facts });
    return limitRowOf(limitId, output, facts);
  }
}
