import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@huiying/contracts';
import { PublishedModels, userTaskNames } from '@huiying/zeebe';

/** Which task an entry speaks of, by the name that its model gives it in the version that ran. */
@Injectable()
export class TaskNames {
  private readonly read = new Map<string, ReadonlyMap<string, string>>();

  constructor(private readonly models: PublishedModels) {}

  /** The title with the task's name behind it; unchanged for an entry that is no task's, or whose model is not published. */
  async said(
    title: Bilingual,
    { type, detail }: { type: string; detail: Record<string, unknown> },
  ): Promise<Bilingual> {
    const { process, version, element } = detail;
    if (!type.startsWith('task.') || typeof process !== 'string' || typeof element !== 'string') return title;
    const names = await this.namesOf(process, typeof version === 'number' ? version : undefined);
    const name = names.get(element);
    return name === undefined ? title : { zh: `${title.zh}：${name}`, en: `${title.en}: ${name}` };
  }

  private async namesOf(process: string, version: number | undefined): Promise<ReadonlyMap<string, string>> {
    const key = `${process} ${version ?? ''}`;
    const known = this.read.get(key);
    if (known) return known;
    const model = await this.models.process(process, version);
    const names = userTaskNames(model?.content ?? '');
    // The newest version may change, a numbered one does not.
    if (model && version !== undefined) this.read.set(key, names);
    return names;
  }
}
