import { Injectable } from '@nestjs/common';
import type { ProjectFacts } from '@huiying/contracts';
import { Logger, Problem } from '@huiying/platform';
import { ProjectRegister } from '@huiying/service';

/** Facts of a project for a complaint: that it is not on file, or that the register is away, is no reason to refuse one. */
@Injectable()
export class KnownProjects {
  constructor(
    private readonly register: ProjectRegister,
    private readonly log: Logger,
  ) {}

  async facts(project: string | null | undefined, building?: string | null): Promise<ProjectFacts | null> {
    if (!project) return null;
    try {
      return (await this.register.find(project, building)) ?? null;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.log.warn('projects.unavailable', { code: error.code });
      return null;
    }
  }
}
