import type { ParameterRelease, ParameterReleaseList } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { RuleIds } from '../parts/rule-ids.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { useFigureWords } from './figure-words.js';
import { useDeed } from './use-deed.js';

/** Releases of the product that met what was changed here; shared by the page, which counts those to look at. */
export function useReleases() {
  return useQuery({
    queryKey: ['parameter-releases'],
    queryFn: ({ signal }) => api<ParameterReleaseList>('/api/studio/parameter-releases', { signal }),
  });
}

/** 产品更新: what became of the figures set here when the product brought a new file, until somebody has looked. */
export function ReleasesTab({ mayLook }: { mayLook: boolean }) {
  const { t } = useWords();
  const { busy, trouble, send } = useDeed();
  const list = useReleases();
  const see = ({ releaseId }: ParameterRelease) =>
    send(releaseId, `/api/studio/parameter-releases/${encodeURIComponent(releaseId)}/seen`);
  if (list.isPending) return <Loading rows={4} />;
  if (list.isError) return <Trouble error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data.items.length === 0) return <Empty text={t('releases.none')} />;
  return (
    <>
      {trouble !== undefined && <Trouble error={trouble} />}
      <ul className="ops-list">
        {list.data.items.map((release) => (
          <li key={release.releaseId}>
            <p className="ops-head">
              <strong>{release.file}</strong>
              <span className="quiet">{tableDate(release.at)}</span>
              {release.open && <Tag color="orange">{t('releases.open')}</Tag>}
              {release.seenBy !== null && (
                <span className="quiet">{t('releases.seenBy', { name: release.seenBy })}</span>
              )}
            </p>
            {release.whole && <p>{t('releases.whole')}</p>}
            <Figures release={release} />
            {mayLook && release.open && (
              <Button loading={busy === release.releaseId} onClick={() => void see(release)}>
                {t('releases.see')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Figures({ release }: { release: ParameterRelease }) {
  const { t, code } = useWords();
  const words = useFigureWords();
  return (
    <ul className="facts">
      {release.figures.map((figure) => (
        <li key={figure.id}>
          {figure.name} <RuleIds ids={figure.ruleId === null ? [] : [figure.ruleId]} /> ·{' '}
          {code('releaseState', figure.state)}
          <div className="quiet">
            {t('releases.own', { value: words(figure.kind, figure.own, figure.unit) })} ·{' '}
            {t('releases.before', { value: words(figure.kind, figure.shippedBefore, figure.unit) })}
            {figure.shippedNow !== null &&
              ` · ${t('releases.now', { value: words(figure.kind, figure.shippedNow, figure.unit) })}`}
          </div>
        </li>
      ))}
    </ul>
  );
}
