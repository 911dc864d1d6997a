import type { ProcessAnalysis } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/staff-words.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { BarTable, useShown } from './bar-table.js';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Where cases wait, how often they change hands, which steps are done again (R06.1). */
export function ProcessTab({ asked }: { asked: string }) {
  const { t, code } = useWords();
  const shown = useShown();
  const duration = useDuration();
  const analysis = useQuery({
    queryKey: ['insights-processes', asked],
    queryFn: ({ signal }) => api<ProcessAnalysis>(`/api/insights/processes?${asked}`, { signal }),
  });
  if (analysis.isPending) return <Loading rows={8} />;
  if (analysis.isError) return <Trouble error={analysis.error} onRetry={() => void analysis.refetch()} />;
  if (analysis.data.processes.length === 0) return <Empty text={t('insights.noTasks')} />;
  return (
    <>
      <p className="quiet">{t('insights.smallNumbers')}</p>
      {analysis.data.processes.map((process) => (
        <BarTable
          key={process.process}
          caption={
            process.waitPercent === null
              ? code('process', process.process)
              : t('insights.waits', { process: code('process', process.process), percent: process.waitPercent })
          }
          columns={[
            t('insights.step'),
            t('insights.waited'),
            t('insights.worked'),
            t('insights.tasks'),
            t('insights.handOvers'),
            t('insights.repeats'),
            t('insights.openTasks'),
          ]}
          rows={process.elements.map((element) => ({
            key: element.element,
            label: element.name,
            size: element.waitedSeconds,
            cells: [
              duration(element.waitedSeconds),
              duration(element.workedSeconds),
              shown(element.tasks),
              shown(element.handOvers),
              shown(element.repeats),
              shown(element.open),
            ],
          }))}
        />
      ))}
    </>
  );
}

function useDuration() {
  const { t } = useWords();
  return (seconds: number | null): string => {
    if (seconds === null) return '—';
    if (seconds >= DAY) return t('insights.days', { amount: Math.round((seconds / DAY) * 10) / 10 });
    return t('insights.hours', { amount: Math.round((seconds / HOUR) * 10) / 10 });
  };
}
