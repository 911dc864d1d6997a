import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CASE_STATE_NAMES, type Bilingual, type CaseTimeline, type TimelineEntry } from '@huiying/contracts';
import { Directory } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { NotesService } from '../actions/notes.service.js';
import { ComplainantMessages } from '../portal/complainant-messages.js';
import { lineOf } from '../timeline/line-of.js';
import { rulesOf } from '../timeline/rules-of.js';
import { TaskNames } from '../timeline/task-names.js';
import { TimelineStore } from '../timeline/timeline.store.js';

const PURPOSES: Record<string, Bilingual> = {
  note: { zh: '备注', en: 'Note' },
  emergency: { zh: '启动应急的理由', en: 'Why the emergency response was started' },
  serious: { zh: '上报严重问题', en: 'Serious problem reported' },
  facts: { zh: '更改案件事实', en: 'Facts changed' },
  recusal: { zh: '回避', en: 'Recusal' },
  transfer: { zh: '首问移交接收意见', en: 'Taking over from the first contact' },
  told: { zh: '人工告知记录', en: 'Told in person' },
  inquiry: { zh: '查询处理情况', en: 'Handling of the inquiry' },
  unmask: { zh: '查看联系方式的用途', en: 'Why the contact was shown' },
  authority: { zh: '主管部门意见', en: 'Opinion of the authority' },
  date: { zh: '更改反馈日', en: 'Feedback date changed' },
};
const MESSAGES: Record<string, Bilingual> = {
  supplement: { zh: '投诉人补充材料', en: 'The complainant added material' },
  rating: { zh: '投诉人评价', en: 'The complainant rated the outcome' },
  appeal: { zh: '投诉人申请复查', en: 'The complainant asked for a review' },
  withdrawal: { zh: '投诉人撤回', en: 'The complainant withdrew' },
};

/** The timeline of a case: every event of every service, what people noted, and what the complainant said; texts are masked. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly database: DataSource,
    private readonly store: TimelineStore,
    private readonly notes: NotesService,
    private readonly said: ComplainantMessages,
    private readonly directory: Directory,
    private readonly tasks: TaskNames,
  ) {}

  async read(caseNo: string): Promise<CaseTimeline> {
    const entries = [...(await this.events(caseNo)), ...(await this.texts(caseNo))];
    const people = await this.directory.persons([...new Set(entries.map(({ actorId }) => actorId))]);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const items = entries.map((entry) => ({ ...entry, actorName: names.get(entry.actorId) ?? null }));
    return { items: items.sort((a, b) => a.at.localeCompare(b.at)) };
  }

  private async events(caseNo: string): Promise<TimelineEntry[]> {
    const rows = await this.store.list(caseNo);
    const entries: TimelineEntry[] = [];
    for (const row of rows) {
      entries.push({
        ...BLANK,
        id: row.id,
        at: toLocalIso(row.at),
        type: row.type,
        title: await this.tasks.said(lineOf(row.type, row.detail), row),
        detail: row.detail,
        actorId: row.actor_id,
        process: row.process,
        element: row.element,
        ruleIds: rulesOf(row.type, row.detail),
      });
    }
    return entries;
  }

  private async texts(caseNo: string): Promise<TimelineEntry[]> {
    const { manager } = this.database;
    const notes = (await this.notes.list(manager, caseNo)).map((note) => ({
      ...BLANK,
      id: note.id,
      at: toLocalIso(note.at),
      type: 'note',
      title: PURPOSES[note.purpose] ?? { zh: '备注', en: 'Note' },
      detail: { purpose: note.purpose },
      actorId: note.author_id,
      text: note.text_masked,
    }));
    const messages = (await this.said.list(manager, caseNo)).map((message) => ({
      ...BLANK,
      id: message.id,
      at: toLocalIso(message.at),
      type: `message.${message.kind}`,
      title: MESSAGES[message.kind] ?? CASE_STATE_NAMES.registered,
      detail: { files: message.files, ...(message.score === null ? {} : { score: message.score }) },
      actorId: 'complainant',
      text: message.text_masked,
    }));
    return [...notes, ...messages];
  }
}

const BLANK = { process: null, element: null, ruleIds: [], actorName: null, text: null };
