import { Injectable } from '@nestjs/common';
import { type LimitId, LIMITS, type PortalLimit, type PortalProcedure } from '@huiying/contracts';
import { Config, Directory, Problem } from '@huiying/platform';
import { LimitBook } from '../deadlines/limit-book.js';

/** Limits that concern whoever complains, in the order of the procedure. */
const SHOWN: readonly LimitId[] = [
  'R04.4',
  'R13.3',
  'R01.2',
  'R02.3',
  'R01.4',
  'R04.13',
  'R11.10',
  'R04.11',
  'R04.12',
  'R01.7',
  'R01.8',
];

/** What the public reads about the limits: the decision in force, not a text about it. */
@Injectable()
export class Procedure {
  constructor(
    private readonly book: LimitBook,
    private readonly directory: Directory,
    private readonly config: Config,
  ) {}

  /** @throws Problem 404 `not-found` for an organisation that is not in the directory */
  async of(organisationId = this.config.defaultOrganisation): Promise<PortalProcedure> {
    const organisation = await this.directory.organisation(organisationId);
    if (organisation?.id !== organisationId) throw new Problem('not-found', 'missing');
    const { id, name, orgType } = organisation;
    return { organisationId: id, name, orgType, limits: SHOWN.flatMap((limitId) => this.limits(limitId, orgType)) };
  }

  private limits(limitId: LimitId, orgType: string): PortalLimit[] {
    const simple = this.limit(limitId, orgType, 'simple');
    const complex = this.limit(limitId, orgType, 'complex');
    const same = simple?.amount === complex?.amount && simple?.unit === complex?.unit;
    return [simple, same ? undefined : complex].filter((one) => one !== undefined);
  }

  private limit(limitId: LimitId, orgType: string, complexity: 'simple' | 'complex'): PortalLimit | undefined {
    const facts = { orgType, kind: null, topic: 'house-quality', severity: null, complexity, keyCustomer: false };
    const terms = this.book.row(limitId, facts)?.terms;
    if (!terms) return undefined;
    const { amount, unit } = terms;
    return { limitId, complex: complexity === 'complex', name: LIMITS[limitId], amount, unit };
  }
}
