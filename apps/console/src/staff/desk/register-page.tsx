import type { FiledComplaint, PortalOrganisation } from '@huiying/contracts';
import { CHANNELS, KINDS, RESPONDENT_TYPES, TOPICS } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { NoAnswer, newKey, ProblemError } from '../../http/request.js';
import { useWords } from '../../words/staff-words.js';
import type { FormFault } from '../forms/form-faults.js';
import { useCodeNames } from '../parts/code-name.js';
import { Labelled } from '../parts/labelled.js';
import { PageHead } from '../parts/page.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { FaultSummary } from '../tasks/fault-summary.js';
import { OwnFields } from './own-fields.js';
import { EMPTY_ENTRY, type Entry, entryFaults, isSpoken, toRegistration } from './registration.js';
import { Related } from './related.js';
import { Registered } from './registered.js';

const KEY = 'huiying.entry';

/** D1 登记: can I finish the entry while the person is still on the phone? */
export function RegisterPage() {
  const { t } = useWords();
  const name = useCodeNames();
  const [entry, setEntry] = useEntry();
  const [faults, setFaults] = useState<{ list: FormFault[]; round: number }>();
  const [trouble, setTrouble] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [filed, setFiled] = useState<FiledComplaint>();
  const attempt = useRef({ body: '', key: '' });
  const organisations = useQuery({
    queryKey: ['organisations'],
    queryFn: ({ signal }) => api<PortalOrganisation[]>('/api/portal/organisations', { signal }),
    staleTime: Infinity,
  });

  const set = <K extends keyof Entry>(key: K, value: Entry[K]) => setEntry({ ...entry, [key]: value });
  const text = (key: keyof Entry) => ({
    value: entry[key] as string,
    onChange: (event: { target: { value: string } }) => set(key, event.target.value as never),
  });
  const show = (list: FormFault[]) => setFaults((now) => ({ list, round: (now?.round ?? 0) + 1 }));
  const errorOf = (key: string) => faults?.list.find((fault) => fault.fieldId === `entry-${key}`)?.text;

  const save = async () => {
    if (busy) return;
    const own = entryFaults(entry);
    if (own.length > 0)
      return show(
        own.map(({ field, key }) => ({ fieldId: `entry-${field}`, label: t(`desk.${field}` as never), text: t(key) })),
      );
    const json = toRegistration(entry);
    const body = JSON.stringify(json);
    if (attempt.current.body !== body) attempt.current = { body, key: newKey() };
    setBusy(true);
    setTrouble(undefined);
    setFaults(undefined);
    try {
      setFiled(
        await api<FiledComplaint>('/api/intake/complaints', {
          method: 'POST',
          json,
          idempotencyKey: attempt.current.key,
        }),
      );
      setEntry(EMPTY_ENTRY);
    } catch (error) {
      if (error instanceof ProblemError && error.body.errors?.length) {
        show(
          error.body.errors.map((fault) => {
            const field = entryField(fault.field);
            const label = fault.field.startsWith('extra.') ? t('desk.ownFields') : t(`desk.${field}` as never);
            return { fieldId: `entry-${field}`, label, text: fault.text ?? error.message };
          }),
        );
      } else if (error instanceof ProblemError || error instanceof NoAnswer) setTrouble(error);
      else throw error;
    } finally {
      setBusy(false);
    }
  };
  const keys = (event: KeyboardEvent) => {
    if (event.altKey && /^[1-8]$/.test(event.key)) {
      event.preventDefault();
      set('channel', CHANNELS[Number(event.key) - 1] ?? entry.channel);
    }
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      void save();
    }
  };
  const options = (list: 'kind' | 'topic' | 'respondentType', codes: readonly string[]) =>
    codes.map((value) => ({ value, label: name(list, value) }));

  if (filed) return <Registered filed={filed} onNext={() => setFiled(undefined)} />;
  return (
    <>
      <PageHead title={t('desk.newTitle')} area={t('desk.title')} />
      <div className="register" onKeyDown={keys}>
        <form
          noValidate
          className="register-form"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void save();
          }}
        >
          {faults && faults.list.length > 0 && (
            <FaultSummary
              {...faults}
              onGo={(id) => {
                document.getElementById(id)?.scrollIntoView({ block: 'center' });
                document.getElementById(id)?.focus();
              }}
            />
          )}
          {Boolean(trouble) && <Trouble error={trouble} onRetry={() => void save()} />}
          <fieldset className="panel">
            <legend>{t('desk.channel')}</legend>
            <Radio.Group
              value={entry.channel}
              onChange={(event) => set('channel', event.target.value as string)}
              options={CHANNELS.map((value) => ({ value, label: name('channel', value) }))}
            />
          </fieldset>
          <fieldset className="panel grid">
            <legend>{t('desk.who')}</legend>
            <Labelled id="entry-phone" label={t('desk.phone')} error={errorOf('phone')}>
              {(a) => <Input {...a} {...text('phone')} inputMode="tel" autoComplete="off" disabled={entry.anonymous} />}
            </Labelled>
            <Labelled id="entry-name" label={t('desk.name')} required={!entry.anonymous} error={errorOf('name')}>
              {(a) => <Input {...a} {...text('name')} autoComplete="off" disabled={entry.anonymous} />}
            </Labelled>
            <Labelled id="entry-email" label={t('desk.email')} error={errorOf('email')}>
              {(a) => (
                <Input {...a} {...text('email')} inputMode="email" autoComplete="off" disabled={entry.anonymous} />
              )}
            </Labelled>
            <Labelled id="entry-address" label={t('desk.address')} error={errorOf('address')} className="span-2">
              {(a) => <Input {...a} {...text('address')} autoComplete="off" disabled={entry.anonymous} />}
            </Labelled>
            <Checkbox
              id="entry-anonymous"
              checked={entry.anonymous}
              onChange={(event) =>
                setEntry({
                  ...entry,
                  anonymous: event.target.checked,
                  ...(event.target.checked && { name: '', phone: '', email: '', address: '' }),
                })
              }
            >
              {t('desk.anonymous')}
            </Checkbox>
          </fieldset>
          <fieldset className="panel grid">
            <legend>{t('desk.what')}</legend>
            <Labelled
              id="entry-description"
              label={t('desk.description')}
              required
              error={errorOf('description')}
              className="span-3"
            >
              {(a) => <Input.TextArea {...a} {...text('description')} rows={4} maxLength={10000} />}
            </Labelled>
            <Labelled id="entry-demand" label={t('desk.demand')} error={errorOf('demand')} className="span-2">
              {(a) => <Input {...a} {...text('demand')} maxLength={500} />}
            </Labelled>
            <Labelled id="entry-promisedOn" label={t('desk.promisedOn')} error={errorOf('promisedOn')}>
              {(a) => <Input {...a} {...text('promisedOn')} type="date" />}
            </Labelled>
            <Labelled id="entry-project" label={t('desk.project')} error={errorOf('project')}>
              {(a) => <Input {...a} {...text('project')} />}
            </Labelled>
            <Labelled id="entry-building" label={t('desk.building')} error={errorOf('building')}>
              {(a) => <Input {...a} {...text('building')} />}
            </Labelled>
            <Labelled id="entry-room" label={t('desk.room')} error={errorOf('room')}>
              {(a) => <Input {...a} {...text('room')} autoComplete="off" />}
            </Labelled>
            <Labelled id="entry-amount" label={t('desk.amount')} error={errorOf('amount')}>
              {(a) => <Input {...a} {...text('amount')} inputMode="decimal" />}
            </Labelled>
            <Labelled id="entry-households" label={t('desk.households')} error={errorOf('households')}>
              {(a) => <Input {...a} {...text('households')} inputMode="numeric" />}
            </Labelled>
            <Labelled id="entry-danger" label={t('desk.danger')} error={errorOf('danger')}>
              {(a) => (
                <Select
                  {...a}
                  allowClear
                  value={entry.danger || undefined}
                  onChange={(value?: Entry['danger']) => set('danger', value ?? '')}
                  options={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: t(`app.${value}`) }))}
                />
              )}
            </Labelled>
          </fieldset>
          <OwnFields
            organisationId={entry.organisationId}
            answers={entry.extra}
            errorOf={errorOf}
            onAnswer={(key, value) => set('extra', { ...entry.extra, [key]: value })}
          />
          <fieldset className="panel grid">
            <legend>{t('desk.about')}</legend>
            <Labelled id="entry-organisationId" label={t('desk.organisationId')} error={errorOf('organisationId')}>
              {(a) => (
                <Select
                  {...a}
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  value={entry.organisationId || undefined}
                  onChange={(value?: string) => set('organisationId', value ?? '')}
                  options={(organisations.data ?? []).map(({ id, name: label }) => ({ value: id, label }))}
                />
              )}
            </Labelled>
            <Labelled id="entry-respondentType" label={t('desk.respondentType')} error={errorOf('respondentType')}>
              {(a) => (
                <Select
                  {...a}
                  allowClear
                  value={entry.respondentType || undefined}
                  onChange={(value?: string) => set('respondentType', value ?? '')}
                  options={options('respondentType', RESPONDENT_TYPES)}
                />
              )}
            </Labelled>
            <Labelled id="entry-respondentUnit" label={t('desk.respondentUnit')} error={errorOf('respondentUnit')}>
              {(a) => <Input {...a} {...text('respondentUnit')} />}
            </Labelled>
            <Labelled
              id="entry-respondentPerson"
              label={t('desk.respondentPerson')}
              error={errorOf('respondentPerson')}
            >
              {(a) => <Input {...a} {...text('respondentPerson')} autoComplete="off" />}
            </Labelled>
            <Labelled id="entry-topic" label={t('desk.topic')} error={errorOf('topic')}>
              {(a) => (
                <Select
                  {...a}
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  value={entry.topic || undefined}
                  onChange={(value?: string) => set('topic', value ?? '')}
                  options={options('topic', TOPICS)}
                />
              )}
            </Labelled>
            <Labelled id="entry-kind" label={t('desk.kind')} error={errorOf('kind')}>
              {(a) => (
                <Select
                  {...a}
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  value={entry.kind || undefined}
                  onChange={(value?: string) => set('kind', value ?? '')}
                  options={options('kind', KINDS)}
                />
              )}
            </Labelled>
            <Labelled
              id="entry-explanation"
              label={t('desk.explanation')}
              error={errorOf('explanation')}
              className="span-2"
            >
              {(a) => <Input.TextArea {...a} {...text('explanation')} rows={2} maxLength={500} />}
            </Labelled>
            <Labelled id="entry-explained" label={t('desk.explained')} error={errorOf('explained')}>
              {(a) => (
                <Select
                  {...a}
                  allowClear
                  value={entry.explained || undefined}
                  onChange={(value?: Entry['explained']) => set('explained', value ?? '')}
                  options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`app.${value}`) }))}
                />
              )}
            </Labelled>
          </fieldset>
          <div className="form-bar">
            {isSpoken(entry.channel) ? (
              <span>
                {errorOf('readBack') && <span className="wrong">{errorOf('readBack')} </span>}
                <Checkbox
                  id="entry-readBack"
                  checked={entry.readBack}
                  onChange={(event) => set('readBack', event.target.checked)}
                >
                  {t('desk.readBack')}
                </Checkbox>
              </span>
            ) : (
              <span />
            )}
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('desk.save')}
            </Button>
          </div>
        </form>
        <Related
          entry={entry}
          onLink={(masterNo) => set('masterNo', entry.masterNo === masterNo ? '' : masterNo)}
          onSuggested={(suggested) => setEntry({ ...entry, ...suggested })}
        />
      </div>
    </>
  );
}

/** Path of the body to the field of the page: `contact.phone` → phone. */
function entryField(path: string): string {
  const renamed: Record<string, string> = {
    amountFen: 'amount',
    dangerToPersons: 'danger',
    readBackConfirmed: 'readBack',
    contact: 'name',
    'respondent.unit': 'respondentUnit',
    'respondent.person': 'respondentPerson',
  };
  return renamed[path] ?? path.split('.').at(-1) ?? path;
}

/** The entry survives a reload in this tab and is gone with the tab, or as soon as the server has it. */
function useEntry(): [Entry, (entry: Entry) => void] {
  const [entry, setEntry] = useState<Entry>(() => {
    try {
      return { ...EMPTY_ENTRY, ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Entry>) };
    } catch {
      return EMPTY_ENTRY;
    }
  });
  useEffect(() => {
    if (entry === EMPTY_ENTRY) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(entry));
  }, [entry]);
  return [entry, setEntry];
}
