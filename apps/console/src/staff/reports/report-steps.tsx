import type { ReportHandOver, ReportStep, TaskPeopleList } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { dayDate, shortDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** What is to be done now, who has it and since when; who oversees the case gives what stands still to another (R05.7, R05.8). */
export function ReportSteps({ steps, path, onChanged }: { steps: ReportStep[]; path: string; onChanged: () => void }) {
  const { t, pick, language } = useWords();
  const [given, setGiven] = useState<ReportStep>();
  return (
    <>
      <h2>{t('reports.steps')}</h2>
      {steps.length === 0 && <p className="quiet">{t('reports.noSteps')}</p>}
      <ul className="plain-list">
        {steps.map((step) => (
          <li key={step.id}>
            {[
              pick(step.name),
              step.holders.join('、') || t('reports.nobody'),
              t('reports.since', { date: dayDate(step.since, language) }),
            ].join(' · ')}
            {step.dueAt && ` · ${t('reports.due')} ${shortDate(step.dueAt, language)}`}
            {step.overdue && <strong className="wrong"> {t('reports.overdue')}</strong>}{' '}
            <Button size="small" onClick={() => setGiven(step)}>
              {t('reports.handOver')}
            </Button>
          </li>
        ))}
      </ul>
      {given && (
        <HandOver
          step={given}
          path={path}
          onClose={() => setGiven(undefined)}
          onDone={() => {
            setGiven(undefined);
            onChanged();
          }}
        />
      )}
    </>
  );
}

function HandOver(props: { step: ReportStep; path: string; onClose: () => void; onDone: () => void }) {
  const { t, pick } = useWords();
  const [personId, setPersonId] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  const field = useId();
  const people = useQuery({
    queryKey: ['jb', 'candidates', props.path],
    queryFn: ({ signal }) => api<TaskPeopleList>(`${props.path}/candidates`, { signal }),
    gcTime: 0,
  });
  const give = async (to: string) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const json: ReportHandOver = { taskId: props.step.id, personId: to };
      await api(`${props.path}/handlers`, { method: 'POST', json });
      props.onDone();
    } catch (error) {
      setTrouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={`${t('reports.handOver')} · ${pick(props.step.name)}`} onClose={props.onClose}>
      {people.isPending && <Loading rows={2} />}
      {people.isError && <Trouble error={people.error} onRetry={() => void people.refetch()} />}
      {people.data && (
        <form
          className="stack choosing"
          onSubmit={(event) => {
            event.preventDefault();
            if (personId) void give(personId);
          }}
        >
          <p className="quiet">{t('reports.handOverHint')}</p>
          <label htmlFor={field}>{t('reports.handOverTo')}</label>
          <Select
            id={field}
            showSearch={{ optionFilterProp: 'label' }}
            listHeight={176}
            value={personId}
            onChange={setPersonId}
            getPopupContainer={(trigger: HTMLElement) => trigger.parentElement ?? document.body}
            options={people.data.items.map(({ id, name, unit }) => ({
              value: id,
              label: unit ? `${name}（${unit}）` : name,
            }))}
          />
          {Boolean(trouble) && <Trouble error={trouble} />}
          <span className="inline-actions end">
            <Button onClick={props.onClose}>{t('app.cancel')}</Button>
            <Button type="primary" htmlType="submit" disabled={!personId} loading={busy}>
              {t('reports.handOver')}
            </Button>
          </span>
        </form>
      )}
    </Dialog>
  );
}
