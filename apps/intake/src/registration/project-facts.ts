import { Injectable } from '@nestjs/common';
import type { ProjectFacts } from '@huiying/contracts';
import { Logger, Problem, ServiceClient } from '@huiying/platform';

/** Facts of a project from warranty-routing's register. A project that is not on file, or a register that is away, is no reason to refuse. */
@Injectable()
export class ProjectRegister {
  constructor(
    private readonly services: ServiceClient,
    private readonly log: Logger,
  ) {}

  async facts(project: string | null | undefined, building?: string | null): Promise<ProjectFacts | null> {
    if (!project) return null;
    const query = building ? `?building=${encodeURIComponent(building)}` : '';
    try {
      return await this.services.get<ProjectFacts>(
        'warranty-routing',
        `/internal/projects/${encodeURIComponent(project)}${query}`,
      );
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.kind !== 'missing') this.log.warn('projects.unavailable', { code: error.code });
      return null;
    }
  }
}
