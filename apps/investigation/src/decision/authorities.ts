import { Injectable } from '@nestjs/common';
import { PublishedModels } from '@huiying/zeebe';
import type { Authority } from './authority.decider.js';

export interface AuthorityQuestion {
  severity: string | null;
  amountYuan: number | null;
  orgType: string;
  /** 1 for a review: the next level. */
  levelShift?: number;
}

/** Decision `authority` on the published version. */
@Injectable()
export class Authorities {
  constructor(private readonly models: PublishedModels) {}

  needed({ severity, amountYuan, orgType, levelShift = 0 }: AuthorityQuestion): Authority {
    const { output } = this.models
      .decisions()
      .evaluate('authority', { severity, amountYuan, orgType, levelShift, limitId: null });
    const { deciderGroup, level } = output as { deciderGroup: string; level?: number | null };
    return { deciderGroup, level: level ?? null };
  }
}
