import { useSearchParams } from 'react-router';
import { useWords } from '../../words/staff-words.js';
import { PageHead } from '../parts/page.js';
import { Tabs } from '../parts/tabs.js';
import { useMay } from '../session/session.js';
import { ChangesTab } from './changes-tab.js';
import { FiguresTab } from './figures-tab.js';
import { SchedulesTab } from './schedules-tab.js';

/** 参数: which figure applies, who changed it when and why, and what comes round by itself. */
export function ParametersPage() {
  const { t } = useWords();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const tabs = [
    {
      key: 'figures',
      label: t('parameters.tab.figures'),
      panel: () => <FiguresTab mayChange={may('studio.edit')} />,
    },
    {
      key: 'changes',
      label: t('parameters.tab.changes'),
      panel: () => <ChangesTab mayDecide={may('studio.release')} />,
    },
    { key: 'schedules', label: t('parameters.tab.schedules'), panel: () => <SchedulesTab /> },
  ];
  return (
    <>
      <PageHead title={t('parameters.title')} />
      <Tabs
        label={t('parameters.title')}
        tabs={tabs}
        active={search.get('tab') ?? 'figures'}
        onChange={(tab) => setSearch({ tab }, { replace: true })}
      />
    </>
  );
}
