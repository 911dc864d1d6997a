import { existsSync, readFileSync } from 'node:fs';
import type { PublishedModels } from '@huiying/zeebe';
import { lineOf } from './line-of.js';
import { TaskNames } from './task-names.js';

const FILE = 'bpmn/emergency-response/emergency-response.bpmn';

describe('the task that an entry of the timeline speaks of', () => {
  const models = {
    process: (id: string) =>
      Promise.resolve(existsSync(`bpmn/${id}/${id}.bpmn`) ? { content: readFileSync(FILE, 'utf8') } : undefined),
  } as unknown as PublishedModels;
  const names = new TaskNames(models);
  const title = { zh: '任务已完成', en: 'Task completed' };

  it('UX-22 is named as its model names it, with a person’s task too', async () => {
    const detail = { process: 'emergency-response', version: 1, element: 'handle-on-site', group: 'person' };
    expect(await names.said(title, { type: 'task.completed', detail })).toEqual({
      zh: '任务已完成：现场处置',
      en: 'Task completed: 现场处置',
    });
  });

  it('is left out where the entry is of no task, or its model is not there', async () => {
    const gone = { process: 'no-such-process', version: 1, element: 'x' };
    expect(await names.said(title, { type: 'task.completed', detail: gone })).toEqual(title);
    expect(await names.said(title, { type: 'deadline.met', detail: {} })).toEqual(title);
  });

  it('R08.8 a release says its channel in words', () => {
    expect(lineOf('information.published', { channel: 'owners-group', correction: false }).zh).toContain('业主群');
    expect(lineOf('information.published', { channel: 'notice-board', correction: true }).zh).toContain(
      '更正公告，公告栏',
    );
  });
});
