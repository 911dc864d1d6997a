import { Alert, Button } from 'antd';
import { useSearchParams } from 'react-router';
import { useWords } from '../../words/staff-words.js';
import { PageHead } from '../parts/page.js';
import { Tabs } from '../parts/tabs.js';
import { useMay } from '../session/session.js';
import { ChangesTab } from './changes-tab.js';
import { FiguresTab } from './figures-tab.js';
import { ReleasesTab, useReleases } from './releases-tab.js';
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
    {
      key: 'releases',
      label: t('parameters.tab.releases'),
      panel: () => <ReleasesTab mayLook={may('studio.edit')} />,
    },
    { key: 'schedules', label: t('parameters.tab.schedules'), panel: () => <SchedulesTab /> },
  ];
  const active = search.get('tab') ?? 'figures';
  const open = useReleases().data?.items.filter((release) => release.open).length ?? 0;
  const show = (tab: string) => setSearch({ tab }, { replace: true });
  return (
    <>
      <PageHead title={t('parameters.title')} />
      {open > 0 && active !== 'releases' && (
        <Alert
          type="warning"
          showIcon
          title={t('releases.toLookAt', { n: open })}
          action={
            <Button size="small" onClick={() => show('releases')}>
              {t('parameters.tab.releases')}
            </Button>
          }
        />
      )}
      <Tabs label={t('parameters.title')} tabs={tabs} active={active} onChange={show} />
    </>
  );
}
