import type { InsightsUnits } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../../words/staff-words.js';
import { PageHead } from '../parts/page.js';
import { Loading, Trouble } from '../parts/states.js';
import { Tabs } from '../parts/tabs.js';
import { api, useMay, useSession } from '../session/session.js';
import { HouseholdsDialog } from './households-dialog.js';
import { OverviewTab } from './overview-tab.js';
import { ProcessTab } from './process-tab.js';
import { ReportsTab } from './reports-tab.js';
import { SurveyDialog } from './survey-dialog.js';

type TabKey = 'overview' | 'process' | 'reports';

/** "Are we answering people in time, and what keeps going wrong?" (console.md §10). Unit, period and tab stand in the address. */
export function InsightsPage() {
  const { t } = useWords();
  const { user } = useSession();
  const may = useMay();
  const readsProcesses = may('insights.read');
  // A designer sees where processes wait, and no figures of cases.
  const reads = readsProcesses && user?.worksOnCases === true;
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState<'survey' | 'households'>();
  const unit = search.get('unit') ?? '';
  const period = search.get('period') ?? '';
  const tab = (search.get('tab') as TabKey | null) ?? (reads ? 'overview' : readsProcesses ? 'process' : 'reports');
  const change = (key: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(key, value);
    else next.delete(key);
    setSearch(next, { replace: true });
  };
  const asked = new URLSearchParams(Object.entries({ unit, period }).filter(([, value]) => value)).toString();
  const tabs = [
    ...(reads
      ? [{ key: 'overview' as const, label: t('insights.tab.overview'), panel: () => <OverviewTab asked={asked} /> }]
      : []),
    ...(readsProcesses
      ? [{ key: 'process' as const, label: t('insights.tab.process'), panel: () => <ProcessTab asked={asked} /> }]
      : []),
    { key: 'reports' as const, label: t('insights.tab.reports'), panel: () => <ReportsTab /> },
  ];
  return (
    <>
      <PageHead
        title={t('insights.title')}
        actions={
          <>
            {may('insights.households') && (
              <Button onClick={() => setOpen('households')}>{t('insights.households')}</Button>
            )}
            {may('insights.survey') && <Button onClick={() => setOpen('survey')}>{t('insights.survey')}</Button>}
          </>
        }
      />
      {reads && (
        <div className="filters">
          <Units unit={unit} onChange={(value) => change('unit', value)} />
          <Input.Search
            key={period}
            allowClear
            defaultValue={period}
            aria-label={t('insights.period')}
            placeholder={t('insights.periodHint')}
            onSearch={(value) => change('period', value.trim())}
          />
        </div>
      )}
      <Tabs label={t('insights.title')} tabs={tabs} active={tab} onChange={(key) => change('tab', key)} />
      {open === 'survey' && <SurveyDialog unit={unit} onClose={() => setOpen(undefined)} />}
      {open === 'households' && <HouseholdsDialog unit={unit} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function Units({ unit, onChange }: { unit: string; onChange: (unit: string) => void }) {
  const { t } = useWords();
  const units = useQuery({
    queryKey: ['insights-units'],
    queryFn: ({ signal }) => api<InsightsUnits>('/api/insights/units', { signal }),
  });
  if (units.isPending) return <Loading rows={1} />;
  if (units.isError) return <Trouble error={units.error} onRetry={() => void units.refetch()} />;
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('insights.unit')}
      placeholder={units.data.items[0]?.name ?? t('insights.unit')}
      value={unit || undefined}
      onChange={(value?: string) => onChange(value ?? '')}
      options={units.data.items.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
