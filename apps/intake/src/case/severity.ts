import { Injectable } from '@nestjs/common';
import type { Complexity, Severity } from '@huiying/contracts';
import { PublishedModels } from '@huiying/zeebe';
import type { SeverityFigures } from './case-book.js';

export interface Graded {
  severity: Severity;
  complexity: Complexity;
}

/** Decision `severity` on the figures of a case (R10.5, R10.6, R04.10), in process. */
@Injectable()
export class SeverityTable {
  constructor(private readonly models: PublishedModels) {}

  of(figures: SeverityFigures): Graded {
    const output = this.models.decisions().evaluate('severity', { ...figures }).output as Partial<Graded> | null;
    return { severity: output?.severity ?? 'general', complexity: output?.complexity ?? 'simple' };
  }
}
