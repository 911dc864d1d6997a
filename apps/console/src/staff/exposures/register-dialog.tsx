import type { ExposedStores, ExposureInput, Medium, RegisteredExposure } from '@huiying/contracts';
import { MEDIA, MEDIUM_NAMES } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { ProblemError } from '../../http/request.js';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { type ControlAttributes, Labelled } from '../parts/labelled.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

const TEXTS = ['outlet', 'publishedOn', 'storeId', 'caseNo', 'summary'] as const;
type Text = (typeof TEXTS)[number];
const REQUIRED: readonly Text[] = ['outlet', 'publishedOn'];

/** 登记曝光 (R11.4): what was seen where and when; the region checks the rest. */
export function RegisterDialog(props: { onClose: () => void; onDone: (result: RegisteredExposure) => void }) {
  const { t, pick } = useWords();
  const [medium, setMedium] = useState<Medium>();
  const [texts, setTexts] = useState<Partial<Record<Text, string>>>({});
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<unknown>();
  const stores = useQuery({
    queryKey: ['exposed-stores'],
    queryFn: ({ signal }) => api<ExposedStores>('/api/exposures/stores', { signal }),
  });
  const typed = (name: Text) => texts[name]?.trim() ?? '';
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!medium || REQUIRED.some((name) => typed(name) === '') || busy) return;
    const given = Object.fromEntries(
      TEXTS.map((name) => [name, typed(name)] as const).filter(([, text]) => text !== ''),
    );
    const json: ExposureInput = { medium, outlet: '', publishedOn: '', ...given };
    setBusy(true);
    setTrouble(undefined);
    setRefused({});
    try {
      props.onDone(await api<RegisteredExposure>('/api/exposures', { method: 'POST', json }));
    } catch (error) {
      if (error instanceof ProblemError && error.body.errors?.length)
        setRefused(Object.fromEntries(error.body.errors.map((fault) => [fault.field, fault.text ?? error.message])));
      else setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const control = (name: Text, attributes: ControlAttributes) => {
    const common = { ...attributes, value: texts[name] ?? '' };
    const change = (value: string) => setTexts({ ...texts, [name]: value });
    if (name === 'summary')
      return <Input.TextArea {...common} rows={3} maxLength={500} onChange={(event) => change(event.target.value)} />;
    if (name === 'storeId')
      return (
        <Select
          {...attributes}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={texts.storeId}
          loading={stores.isPending}
          onChange={(value?: string) => change(value ?? '')}
          getPopupContainer={(trigger: HTMLElement) => trigger.parentElement ?? document.body}
          options={(stores.data?.items ?? []).map(({ storeId, name: label }) => ({ value: storeId, label }))}
        />
      );
    return (
      <Input
        {...common}
        type={name === 'publishedOn' ? 'date' : 'text'}
        maxLength={64}
        onChange={(event) => change(event.target.value)}
      />
    );
  };
  const errorOf = (name: Text) =>
    asked && REQUIRED.includes(name) && typed(name) === '' ? t('action.missing') : refused[name];
  return (
    <Dialog title={t('exposures.register')} onClose={props.onClose}>
      <p>{t('exposures.registerHint')}</p>
      <form noValidate className="stack" onSubmit={(event) => void send(event)}>
        {trouble !== undefined && <Trouble error={trouble} />}
        {stores.isError && <Trouble error={stores.error} onRetry={() => void stores.refetch()} />}
        <Labelled label={t('exposures.medium')} required {...(asked && !medium ? { error: t('action.missing') } : {})}>
          {(attributes) => (
            <Select
              {...attributes}
              value={medium}
              onChange={setMedium}
              getPopupContainer={(trigger: HTMLElement) => trigger.parentElement ?? document.body}
              options={MEDIA.map((value) => ({ value, label: pick(MEDIUM_NAMES[value]) }))}
            />
          )}
        </Labelled>
        {TEXTS.map((name) => {
          const error = errorOf(name);
          return (
            <Labelled
              key={name}
              label={t(`exposures.${name}`)}
              required={REQUIRED.includes(name)}
              {...(error ? { error } : {})}
            >
              {(attributes) => control(name, attributes)}
            </Labelled>
          );
        })}
        <span className="inline-actions end">
          <Button onClick={props.onClose}>{t('app.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('exposures.register')}
          </Button>
        </span>
      </form>
    </Dialog>
  );
}
