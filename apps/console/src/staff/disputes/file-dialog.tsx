import type { DisputeInput, DisputeStores, DisputeView } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { ProblemError } from '../../http/request.js';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { Labelled } from '../parts/labelled.js';
import { Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** 登记分店间投诉 (R11.12): for the own store, or by the region for one of its stores. */
export function FileDialog(props: { onClose: () => void; onDone: (dispute: DisputeView) => void }) {
  const { t } = useWords();
  const stores = useQuery({
    queryKey: ['dispute-stores'],
    queryFn: ({ signal }) => api<DisputeStores>('/api/disputes/stores', { signal }),
  });
  return (
    <Dialog title={t('disputes.file')} onClose={props.onClose}>
      <p>{t('disputes.fileHint')}</p>
      {stores.isPending && <Loading rows={3} />}
      {stores.isError && <Trouble error={stores.error} onRetry={() => void stores.refetch()} />}
      {stores.isSuccess && <FileForm {...props} stores={stores.data.items} />}
    </Dialog>
  );
}

function FileForm(props: {
  stores: DisputeStores['items'];
  onClose: () => void;
  onDone: (dispute: DisputeView) => void;
}) {
  const { t } = useWords();
  const own = props.stores.filter((store) => store.own);
  const [json, setJson] = useState<DisputeInput>({
    complainingStoreId: own.length === 1 ? (own[0]?.storeId ?? '') : '',
    respondentStoreId: '',
    description: '',
  });
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<unknown>();
  const missing = (name: keyof DisputeInput) => json[name].trim() === '';
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (busy || missing('complainingStoreId') || missing('respondentStoreId') || missing('description')) return;
    setBusy(true);
    setTrouble(undefined);
    setRefused({});
    try {
      props.onDone(await api<DisputeView>('/api/disputes', { method: 'POST', json }));
    } catch (error) {
      if (error instanceof ProblemError && error.body.errors?.length)
        setRefused(Object.fromEntries(error.body.errors.map((fault) => [fault.field, fault.text ?? error.message])));
      else setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const errorOf = (name: keyof DisputeInput) => (asked && missing(name) ? t('action.missing') : refused[name]);
  const store = (name: 'complainingStoreId' | 'respondentStoreId', choices: DisputeStores['items']) => {
    const error = errorOf(name);
    return (
      <Labelled label={t(`disputes.${name}`)} required {...(error ? { error } : {})}>
        {(attributes) => (
          <Select
            {...attributes}
            showSearch={{ optionFilterProp: 'label' }}
            {...(json[name] === '' ? {} : { value: json[name] })}
            onChange={(value: string) => setJson({ ...json, [name]: value })}
            getPopupContainer={(trigger: HTMLElement) => trigger.parentElement ?? document.body}
            options={choices.map(({ storeId, name: label }) => ({ value: storeId, label }))}
          />
        )}
      </Labelled>
    );
  };
  const error = errorOf('description');
  return (
    <form noValidate className="stack" onSubmit={(event) => void send(event)}>
      {trouble !== undefined && <Trouble error={trouble} />}
      {store('complainingStoreId', own)}
      {store(
        'respondentStoreId',
        props.stores.filter(({ storeId }) => storeId !== json.complainingStoreId),
      )}
      <Labelled label={t('disputes.description')} required {...(error ? { error } : {})}>
        {(attributes) => (
          <Input.TextArea
            {...attributes}
            rows={4}
            maxLength={2000}
            value={json.description}
            onChange={(event) => setJson({ ...json, description: event.target.value })}
          />
        )}
      </Labelled>
      <span className="inline-actions end">
        <Button onClick={props.onClose}>{t('app.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('disputes.file')}
        </Button>
      </span>
    </form>
  );
}
