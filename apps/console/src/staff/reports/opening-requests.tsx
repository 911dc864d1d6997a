import type { OpeningRequest } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/staff-words.js';
import { Labelled } from '../parts/labelled.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** For custodians and general managers: requests that wait for a second person, and asking for an emergency opening. */
export function OpeningRequests() {
  const { t } = useWords();
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState<unknown>();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const list = useQuery({
    queryKey: ['jb', 'openings'],
    queryFn: ({ signal }) => api<{ items: OpeningRequest[] }>('/api/jb/openings', { signal }),
    gcTime: 0,
  });
  const attempt = async (work: () => Promise<string>) => {
    setTrouble(undefined);
    try {
      setSaid(await work());
      await list.refetch();
    } catch (error) {
      setTrouble(error);
    }
  };
  const approve = (id: string) =>
    attempt(async () => {
      const path = `/api/jb/openings/${encodeURIComponent(id)}/approvals`;
      const { opened } = await api<{ opened: boolean }>(path, { method: 'POST' });
      return t(opened ? 'reports.opened' : 'reports.approved');
    });
  const ask = () =>
    attempt(async () => {
      await api('/api/jb/emergency-openings', { method: 'POST', json: { reportNo: number.trim(), reason } });
      setNumber('');
      setReason('');
      return t('reports.openingAsked');
    });
  return (
    <div className="stack narrow">
      {(list.data?.items.length ?? 0) > 0 && <h2>{t('reports.openings')}</h2>}
      <ul className="plain-list">
        {list.data?.items.map((request) => (
          <li key={request.id}>
            {t(`reports.opening.${request.kind}`)} · {request.askedOn} · {request.reason}
            {request.approvals > 0 && ` · ${t('reports.approvals', { count: request.approvals })}`}{' '}
            <Button size="small" onClick={() => void approve(request.id)}>
              {t('reports.approve')}
            </Button>
          </li>
        ))}
      </ul>
      <h2>{t('reports.emergency')}</h2>
      <p className="quiet">{t('reports.emergencyHint')}</p>
      {said && <Alert type="info" role="status" title={said} />}
      {Boolean(trouble) && <Trouble error={trouble} />}
      <Labelled label={t('reports.number')}>
        {(attributes) => (
          <Input {...attributes} autoComplete="off" value={number} onChange={({ target }) => setNumber(target.value)} />
        )}
      </Labelled>
      <Labelled label={t('reports.reason')}>
        {(attributes) => (
          <Input.TextArea {...attributes} value={reason} onChange={({ target }) => setReason(target.value)} />
        )}
      </Labelled>
      <Button disabled={!number.trim() || !reason.trim()} onClick={() => void ask()}>
        {t('reports.emergency')}
      </Button>
    </div>
  );
}
