import type { RulebookText, RulebookView } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/staff-words.js';
import { Labelled } from '../parts/labelled.js';
import { PageHead } from '../parts/page.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api, useMay } from '../session/session.js';
import { RevisionDialog } from './revision-dialog.js';
import { VersionsDialog } from './versions-dialog.js';

/** 制度: which rules bind us, in which version, as they are or as they were on a day. */
export function RulebookPage() {
  const { t, language } = useWords();
  const may = useMay();
  const [at, setAt] = useState('');
  const [past, setPast] = useState<RulebookText>();
  const [revising, setRevising] = useState(false);
  const [opened, setOpened] = useState('');
  const rules = useQuery({
    queryKey: ['rulebook', at],
    queryFn: ({ signal }) => api<RulebookView>(`/api/rulebook${at ? `?at=${at}` : ''}`, { signal }),
  });
  return (
    <>
      <PageHead
        title={t('rulebook.title')}
        actions={may('revision.open') && <Button onClick={() => setRevising(true)}>{t('rulebook.revise')}</Button>}
      />
      {opened && <Alert type="success" role="status" title={t('rulebook.opened', { number: opened })} />}
      <div className="filters">
        <Labelled label={t('rulebook.at')}>
          {(attributes) => (
            <Input {...attributes} type="date" value={at} onChange={(event) => setAt(event.target.value)} />
          )}
        </Labelled>
      </div>
      {rules.isPending && <Loading rows={6} />}
      {rules.isError && <Trouble error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.data?.items.length === 0 && <Empty text={t('rulebook.empty')} />}
      {rules.data?.items.map((item) => (
        <details key={item.document} className="rule-text">
          <summary>
            <strong>{item.title}</strong>{' '}
            <span className="quiet">
              <Version item={item} />
            </span>
          </summary>
          <p className="pre-line">{language === 'en' ? (item.textEn ?? item.text) : item.text}</p>
          {item.fields.length > 0 && (
            <p>{t('rulebook.fields', { fields: item.fields.map(({ label }) => label).join('、') })}</p>
          )}
          <Button size="small" onClick={() => setPast(item)}>
            {t('rulebook.versions')}
          </Button>
        </details>
      ))}
      {past && <VersionsDialog document={past} onClose={() => setPast(undefined)} />}
      {revising && (
        <RevisionDialog
          onClose={() => setRevising(false)}
          onDone={(revisionNo) => {
            setRevising(false);
            setOpened(revisionNo);
          }}
        />
      )}
    </>
  );
}

function Version({ item }: { item: RulebookText }) {
  const { t } = useWords();
  return item.version === 1
    ? t('rulebook.source')
    : t('rulebook.version', { version: item.version, day: item.effectiveOn });
}
