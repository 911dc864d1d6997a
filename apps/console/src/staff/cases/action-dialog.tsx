import type { CaseDeadline, CaseView, SimilarCases } from '@huiying/contracts';
import { LIMITS } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Button, Input, Select } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { parseYuan } from '../../formats/money.js';
import { shortDate } from '../../formats/dates.js';
import { NoAnswer, newKey, ProblemError } from '../../http/request.js';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { type ControlAttributes, Labelled } from '../parts/labelled.js';
import { ruleOf } from '../parts/rule-ids.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { actionBody, type ActionField, type CaseAction, unanswered } from './case-actions.js';
import { masterOptions } from './master-options.js';

/** One dialog for every action of a case: its questions, the server's refusal in place, the same key for a second try. */
export function CaseActionDialog(props: {
  action: CaseAction;
  found: CaseView;
  path: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useWords();
  const { action } = props;
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [missing, setMissing] = useState<string[]>([]);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const attempt = useRef({ body: '', key: '' });

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const open = unanswered(action, answers, parseYuan);
    setMissing(open);
    if (open.length > 0 || busy) return;
    const json = { ...action.fixed?.(props.found), ...actionBody(action, answers, parseYuan) };
    const body = JSON.stringify(json);
    if (attempt.current.body !== body) attempt.current = { body, key: newKey() };
    setBusy(true);
    setTrouble(undefined);
    setRefused({});
    try {
      const { method = 'POST' } = action;
      await api(props.path + action.part, { method, json, idempotencyKey: attempt.current.key });
      props.onDone();
    } catch (error) {
      if (error instanceof ProblemError && error.body.errors?.length)
        setRefused(Object.fromEntries(error.body.errors.map((fault) => [fault.field, fault.text ?? error.message])));
      else if (error instanceof ProblemError || error instanceof NoAnswer) setTrouble(error);
      else throw error;
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t(action.title)} onClose={props.onClose}>
      {action.hint && <p>{t(action.hint)}</p>}
      <form noValidate className="stack" onSubmit={(event) => void send(event)}>
        {Boolean(trouble) && <Trouble error={trouble} />}
        {action.fields.map((field) => (
          <Labelled
            key={field.name}
            label={t(field.label)}
            required={field.required}
            error={missing.includes(field.name) ? t('action.missing') : refused[field.name]}
          >
            {(attributes) => (
              <Control
                attributes={attributes}
                field={field}
                path={props.path}
                caseNo={props.found.caseNo}
                value={answers[field.name] ?? ''}
                onChange={(value) => setAnswers({ ...answers, [field.name]: value })}
              />
            )}
          </Labelled>
        ))}
        <span className="inline-actions end">
          <Button onClick={props.onClose}>{t('app.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy} danger={action.grave}>
            {t(action.title)}
          </Button>
        </span>
      </form>
    </Dialog>
  );
}

function Control(props: {
  attributes: ControlAttributes;
  field: ActionField;
  path: string;
  caseNo: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useWords();
  const { attributes, field, value, onChange } = props;
  const typed = {
    ...attributes,
    value,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  if (field.kind === 'limit') return <LimitChoice {...props} />;
  if (field.kind === 'text') return <Input.TextArea {...typed} rows={3} maxLength={500} />;
  if (field.kind === 'date') return <Input {...typed} type="date" />;
  if (field.kind === 'number') return <Input {...typed} inputMode="numeric" />;
  if (field.kind === 'yuan') return <Input {...typed} inputMode="decimal" suffix={t('form.money.unit')} />;
  if (field.kind === 'master') return <MasterChoice {...props} />;
  const answers = field.kind === 'tri' ? (['yes', 'no', 'unknown'] as const) : (['yes', 'no'] as const);
  return (
    <Select
      {...attributes}
      allowClear
      value={value || undefined}
      onChange={(next?: string) => onChange(next ?? '')}
      getPopupContainer={(trigger: HTMLElement) => trigger.parentElement ?? document.body}
      options={answers.map((answer) => ({
        value: answer,
        label: t(answer === 'unknown' ? 'action.notExcluded' : `app.${answer}`),
      }))}
    />
  );
}

/** 主案: one of the complaints that may belong together; any other may be typed by its number. */
function MasterChoice({ attributes, caseNo, value, onChange }: Parameters<typeof Control>[0]) {
  const { t } = useWords();
  const similar = useQuery({
    queryKey: ['similar-cases', caseNo],
    queryFn: ({ signal }) => api<SimilarCases>(`/api/intake/similar?caseNo=${encodeURIComponent(caseNo)}`, { signal }),
  });
  return (
    <AutoComplete
      {...attributes}
      value={value}
      onChange={(typed?: string) => onChange(typed ?? '')}
      getPopupContainer={(trigger: HTMLElement) => trigger.parentElement ?? document.body}
      options={masterOptions(similar.data?.items ?? [], (why) => t(`desk.because.${why}`))}
    />
  );
}

/** Limits that still run; with its end, so that nobody extends the wrong one. */
function LimitChoice(props: {
  attributes: ControlAttributes;
  path: string;
  caseNo: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { pick, language } = useWords();
  const limits = useQuery({
    queryKey: ['case-deadlines', props.caseNo],
    queryFn: ({ signal }) => api<CaseDeadline[]>(`${props.path}/deadlines`, { signal }),
  });
  const running = (limits.data ?? []).filter(({ state }) => state === 'running' || state === 'paused');
  return (
    <Select
      {...props.attributes}
      value={props.value || undefined}
      onChange={props.onChange}
      loading={limits.isPending}
      getPopupContainer={(trigger: HTMLElement) => trigger.parentElement ?? document.body}
      options={running.map(({ limitId, dueAt }) => {
        const known = LIMITS[limitId as keyof typeof LIMITS] as { zh: string; en: string } | undefined;
        return {
          value: limitId,
          label: `${known ? pick(known) : ''} ${ruleOf(limitId)} · ${shortDate(dueAt, language)}`,
        };
      })}
    />
  );
}
