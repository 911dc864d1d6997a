import type { TaskSummary, TaskView } from '@huiying/contracts';
import { Tag } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { shortDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { useCaseHeads } from '../cases/case-heads.js';
import { useCodeNames } from '../parts/code-name.js';
import { Deadline } from '../parts/deadline-mark.js';
import { LimitName } from '../parts/rule-ids.js';
import { useSubjectName } from './task-subject.js';

/** Rows of 72 px: mark and words of the limit, the task, its case, chips. ↑ ↓ (k j) move, Enter opens. */
export function TaskList(props: {
  rows: readonly TaskSummary[];
  gone: ReadonlySet<string>;
  selected: string | undefined;
  view: TaskView;
  onOpen: (id: string) => void;
}) {
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const head = useCaseHeads(props.rows.map(({ caseNo }) => caseNo));
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (!step || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = links[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <ul className="task-list" ref={list} onKeyDown={move} aria-label={t('tasks.list')}>
      {props.rows.map((row) => (
        <li key={row.id} className={props.gone.has(row.id) ? 'gone' : undefined}>
          <a
            href={`/tasks/${row.id}`}
            aria-current={row.id === props.selected ? 'true' : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              props.onOpen(row.id);
            }}
          >
            <Row row={row} gone={props.gone.has(row.id)} view={props.view} about={head(row.caseNo)} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Row({ row, gone, view, about }: { row: TaskSummary; gone: boolean; view: TaskView; about: string }) {
  const { t, language } = useWords();
  const name = useCodeNames();
  const subjectName = useSubjectName();
  return (
    <>
      <span className="row-line">
        <strong className="row-name">{row.name}</strong>
        {row.severity === 'major' && <Tag color="red">{t('case.major')}</Tag>}
        {row.keyCustomer && <Tag>{t('case.keyCustomer')}</Tag>}
        {row.overdueOf && (
          <span>
            <Tag>{t('tasks.overdueOf')}</Tag>
            <LimitName id={row.overdueOf} />
          </span>
        )}
        {gone && <span className="quiet">{t('tasks.gone')}</span>}
      </span>
      <span className="row-line">
        {view === 'done' && row.completedAt ? (
          <span className="quiet">{t('tasks.doneAt', { date: shortDate(row.completedAt, language) })}</span>
        ) : row.deadline ? (
          <Deadline view={row.deadline} />
        ) : (
          <span className="quiet">{t('deadline.none')}</span>
        )}
        {about && <span className="row-about">{about}</span>}
        <span className="quiet row-case">{row.caseNo ?? subjectName(row)}</span>
        {row.assignee && view !== 'mine' && <span className="quiet">{row.assignee.name}</span>}
        {!row.assignee && view === 'team' && (
          <span className="quiet">
            {t('tasks.unclaimed', { role: row.candidateGroups.map((group) => name('role', group)).join('、') })}
          </span>
        )}
      </span>
    </>
  );
}
