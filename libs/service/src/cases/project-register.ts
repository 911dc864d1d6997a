import { Injectable } from '@nestjs/common';
import type { ProjectFacts } from '@huiying/contracts';
import { ifFound, ServiceClient } from '@huiying/platform';

/** The register of projects and buildings, which warranty-routing keeps. */
@Injectable()
export class ProjectRegister {
  constructor(private readonly services: ServiceClient) {}

  /**
   * Facts of a project, and of one of its buildings where one is named; undefined where it is not on file.
   * @throws Problem `unavailable` while warranty-routing cannot be reached
   */
  find(project: string, building?: string | null): Promise<ProjectFacts | undefined> {
    const query = building ? `?building=${encodeURIComponent(building)}` : '';
    const path = `/internal/projects/${encodeURIComponent(project)}${query}`;
    return ifFound(this.services.get<ProjectFacts>('warranty-routing', path));
  }
}
