import type { ReporterIdentity } from '@huiying/contracts';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { ProblemError } from '../../http/request.js';
import { useWords } from '../../words/staff-words.js';
import { Labelled } from '../parts/labelled.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** What handlers do beside their tasks: write to the reporter, add who is involved, ask who reports. */
export function ReportActs({ path, sealed, onChanged }: { path: string; sealed: boolean; onChanged: () => void }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [named, setNamed] = useState('');
  const [reason, setReason] = useState('');
  const [identity, setIdentity] = useState<ReporterIdentity>();
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState<unknown>();
  const attempt = async (work: () => Promise<void>) => {
    setTrouble(undefined);
    setSaid('');
    try {
      await work();
    } catch (error) {
      setTrouble(error);
    }
  };
  const send = () =>
    attempt(async () => {
      await api(`${path}/messages`, { method: 'POST', json: { text } });
      setText('');
      onChanged();
    });
  const add = () =>
    attempt(async () => {
      const lines = named.split('\n').map((line) => line.trim());
      const persons = lines.filter((line) => line !== '').map((name) => ({ name }));
      await api(`${path}/named`, { method: 'POST', json: { named: persons } });
      setNamed('');
      onChanged();
    });
  const ask = () =>
    attempt(async () => {
      await api(`${path}/identity-requests`, { method: 'POST', json: { reason } });
      setReason('');
      setSaid(t('reports.asked'));
    });
  const show = () =>
    attempt(async () => {
      try {
        setIdentity(await api<ReporterIdentity>(`${path}/identity`));
      } catch (error) {
        if (!(error instanceof ProblemError && error.status === 404)) throw error;
        setSaid(t('reports.notReleased'));
      }
    });
  return (
    <div className="stack narrow">
      {!sealed && (
        <>
          <Labelled label={t('reports.message')}>
            {(attributes) => (
              <Input.TextArea {...attributes} value={text} onChange={({ target }) => setText(target.value)} />
            )}
          </Labelled>
          <Button disabled={!text.trim()} onClick={() => void send()}>
            {t('reports.send')}
          </Button>
          <Labelled label={t('reports.addNamed')} hint={t('reports.addNamedHint')}>
            {(attributes) => (
              <Input.TextArea {...attributes} value={named} onChange={({ target }) => setNamed(target.value)} />
            )}
          </Labelled>
          <Button disabled={!named.trim()} onClick={() => void add()}>
            {t('reports.add')}
          </Button>
        </>
      )}
      <h2>{t('reports.identity')}</h2>
      {said && <Alert type="info" role="status" title={said} />}
      {Boolean(trouble) && <Trouble error={trouble} />}
      {identity && <p>{Object.values(identity).join(' · ') || t('reports.anonymous')}</p>}
      <Labelled label={t('reports.reason')}>
        {(attributes) => (
          <Input.TextArea {...attributes} value={reason} onChange={({ target }) => setReason(target.value)} />
        )}
      </Labelled>
      <span className="inline-actions">
        <Button disabled={!reason.trim()} onClick={() => void ask()}>
          {t('reports.askIdentity')}
        </Button>
        <Button onClick={() => void show()}>{t('reports.showIdentity')}</Button>
      </span>
    </div>
  );
}
