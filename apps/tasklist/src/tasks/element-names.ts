import { Injectable } from '@nestjs/common';
import { PublishedModels, userTaskNames } from '@huiying/zeebe';

/** BPMN names of user tasks, by version of the process. */
@Injectable()
export class ElementNames {
  private readonly known = new Map<string, ReadonlyMap<string, string>>();

  constructor(private readonly models: PublishedModels) {}

  /** The element's name, or its id where the model gives none. */
  async nameOf(processId: string, version: number, elementId: string): Promise<string> {
    const key = `${processId} ${version}`;
    const names = this.known.get(key) ?? userTaskNames((await this.models.process(processId, version))?.content ?? '');
    if (names.size > 0) this.known.set(key, names); // a version deployed a moment ago is read again next time
    return names.get(elementId) ?? elementId;
  }
}
