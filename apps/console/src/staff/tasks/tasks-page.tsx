import type { TaskSummary, TaskView } from '@huiying/contracts';
import { Button, Input, Segmented } from 'antd';
import { useCallback, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { timeOfDay } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { PageHead } from '../parts/page.js';
import { NewReports } from '../insights/new-reports.js';
import { Empty, FilteredEmpty, Loading, Trouble } from '../parts/states.js';
import { useMay } from '../session/session.js';
import { TaskDetailPane } from './task-detail.js';
import { TaskList } from './task-list.js';
import { viewsOf } from './task-views.js';
import { useTaskList } from './use-task-list.js';

/** T1/T2: what must I do next, and by when? List and detail side by side, one after the other on a narrow screen. */
export function TasksPage() {
  const { t } = useWords();
  const { id } = useParams();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const views = viewsOf(useMay());
  const wanted = search.get('view');
  const view: TaskView = views.find((known) => known === wanted) ?? 'mine';
  const q = search.get('q') ?? '';
  const caseNo = search.get('caseNo') ?? '';
  const { list, rows, added, gone, staleSince, refresh } = useTaskList({ view, q, caseNo });
  const [said, setSaid] = useState('');

  const change = (patch: Record<string, string>) => {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(patch)) {
      if (value) next.set(key, value);
      else next.delete(key);
    }
    setSearch(next, { replace: true });
  };
  const open = useCallback(
    (task: string | undefined) =>
      void navigate({ pathname: task ? `/tasks/${task}` : '/tasks', search: location.search }),
    [navigate],
  );
  const finished = async (sentence: string, next?: TaskSummary) => {
    const at = rows.findIndex((row) => row.id === id);
    const neighbour = next?.id ?? rows[at + 1]?.id ?? rows[at - 1]?.id;
    setSaid(sentence);
    await refresh();
    open(view === 'done' ? undefined : neighbour);
  };
  const conditions = [
    ...(q ? [{ label: t('tasks.conditionText', { q }), onRemove: () => change({ q: '' }) }] : []),
    ...(caseNo ? [{ label: caseNo, onRemove: () => change({ caseNo: '' }) }] : []),
  ];

  return (
    <div className={id ? 'tasks has-detail' : 'tasks'}>
      <section className="task-pane" aria-label={t('tasks.list')}>
        {!id && <PageHead title={t('tasks.title')} />}
        {!id && <NewReports />}
        <div className="task-tools">
          <Segmented<TaskView>
            value={view}
            options={views.map((value) => ({ value, label: t(`tasks.view.${value}`) }))}
            onChange={(value) => change({ view: value === 'mine' ? '' : value })}
          />
          <Input.Search
            allowClear
            defaultValue={q}
            key={q}
            aria-label={t('tasks.search')}
            placeholder={t('tasks.search')}
            onSearch={(value) => change({ q: value.trim() })}
          />
        </div>
        <p className="visually-hidden" aria-live="polite">
          {said}
        </p>
        {said && <p className="done-line">{said}</p>}
        {staleSince !== undefined && staleSince > 0 && (
          <p className="stale">
            {t('state.stale', { time: timeOfDay(new Date(staleSince).toISOString()) })}
            <Button size="small" onClick={() => void refresh()}>
              {t('state.refresh')}
            </Button>
          </p>
        )}
        {added > 0 && (
          <button type="button" className="new-rows" onClick={() => void refresh()}>
            {t('tasks.added', { count: added })}
          </button>
        )}
        {list.isPending && <Loading />}
        {list.isError && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess &&
          rows.length === 0 &&
          (conditions.length > 0 ? (
            <FilteredEmpty
              text={t('tasks.filteredEmpty')}
              conditions={conditions}
              onClear={() => change({ q: '', caseNo: '' })}
            />
          ) : (
            <Empty text={t(`tasks.empty.${view}`)}>
              {view !== 'group' && <Button onClick={() => change({ view: 'group' })}>{t('tasks.goGroup')}</Button>}
            </Empty>
          ))}
        {rows.length > 0 && <TaskList rows={rows} gone={gone} selected={id} view={view} onOpen={open} />}
        {list.hasNextPage && (
          <Button block onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {t('state.more')}
          </Button>
        )}
      </section>
      <section className="detail-pane" aria-label={t('tasks.detail')}>
        {id ? (
          <TaskDetailPane
            key={id}
            id={id}
            onBack={() => open(undefined)}
            onChanged={refresh}
            onFinished={finished}
            onNext={() => {
              const at = rows.findIndex((row) => row.id === id);
              open(rows.slice(at + 1).find((row) => !gone.has(row.id))?.id);
            }}
          />
        ) : (
          <div className="detail-none">
            <p>{t('tasks.choose')}</p>
          </div>
        )}
      </section>
    </div>
  );
}
