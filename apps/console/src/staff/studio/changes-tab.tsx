import type { ParameterChangeList, ParameterChangeView } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { useFigureWords } from './figure-words.js';
import { useDeed } from './use-deed.js';

/** What was proposed, by whom and why; another person approves or rejects. */
export function ChangesTab({ mayDecide }: { mayDecide: boolean }) {
  const { t, code } = useWords();
  const words = useFigureWords();
  const { busy, trouble, send } = useDeed();
  const list = useQuery({
    queryKey: ['parameter-changes'],
    queryFn: ({ signal }) => api<ParameterChangeList>('/api/studio/parameter-changes', { signal }),
  });
  const decide = ({ changeId }: ParameterChangeView, decision: 'approval' | 'rejection') =>
    send(`${changeId} ${decision}`, `/api/studio/parameter-changes/${changeId}/${decision}`);
  if (list.isPending) return <Loading rows={4} />;
  if (list.isError) return <Trouble error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data.items.length === 0) return <Empty text={t('parameters.noChanges')} />;
  return (
    <>
      {trouble !== undefined && <Trouble error={trouble} />}
      <ul className="ops-list">
        {list.data.items.map((change) => (
          <li key={change.changeId}>
            <p className="ops-head">
              <strong>{change.id}</strong>
              <Tag {...(change.state === 'failed' ? { color: 'red' } : {})}>{code('parameterState', change.state)}</Tag>
            </p>
            <p>
              {t('parameters.fromTo', { before: words('text', change.before), after: words('text', change.after) })} ·{' '}
              {t('parameters.from')} {change.from}
            </p>
            <p className="quiet">
              {t('parameters.author')} {change.author} · {tableDate(change.proposedAt)} · {change.reason}
              {change.decidedBy !== null && ` · ${t('parameters.approvedBy')} ${change.decidedBy}`}
            </p>
            {mayDecide && change.state === 'proposed' && (
              <span className="inline-actions">
                <Button
                  type="primary"
                  loading={busy === `${change.changeId} approval`}
                  onClick={() => void decide(change, 'approval')}
                >
                  {t('parameters.approve')}
                </Button>
                <Button
                  loading={busy === `${change.changeId} rejection`}
                  onClick={() => void decide(change, 'rejection')}
                >
                  {t('parameters.reject')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
