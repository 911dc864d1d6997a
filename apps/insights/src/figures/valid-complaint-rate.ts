import { Injectable } from '@nestjs/common';
import { PublishedModels } from '@huiying/zeebe';

/** Decision `valid-complaint-rate` in the version in force (R13.8). */
@Injectable()
export class ValidComplaintRate {
  constructor(private readonly models: PublishedModels) {}

  /** Percent, rounded to two digits; null = not available: no households are on file, or none. */
  of(asked: { validComplaints: number; households: number | null; period: string }): number | null {
    const { households } = asked;
    if (households === null) return null;
    const { output } = this.models.decisions().evaluate('valid-complaint-rate', { ...asked, households });
    return typeof output === 'number' ? Math.round(output * 100) / 100 : null;
  }
}
