import type { FiledComplaint } from '@huiying/contracts';
import { useRef, useState } from 'react';
import { NoAnswer, newKey, ProblemError } from '../../http/request.js';
import { useWords } from '../../words/staff-words.js';
import type { FormFault } from '../forms/form-faults.js';
import { api } from '../session/session.js';
import { type Entry, entryFaults, toRegistration } from './registration.js';

/** Saves an entry once, however often it is sent; tells what is wrong with its fields, or what kept it from being saved. */
export function useRegistration(entry: Entry, onFiled: (filed: FiledComplaint) => void) {
  const { t } = useWords();
  const [faults, setFaults] = useState<{ list: FormFault[]; round: number }>();
  const [trouble, setTrouble] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const attempt = useRef({ body: '', key: '' });

  const show = (list: FormFault[]) => setFaults((now) => ({ list, round: (now?.round ?? 0) + 1 }));
  const faultOf = (field: string, text: string, label = t(`desk.${field}` as never)) => ({
    fieldId: `entry-${field}`,
    label,
    text,
  });
  const file = async () => {
    const json = toRegistration(entry);
    const body = JSON.stringify(json);
    if (attempt.current.body !== body) attempt.current = { body, key: newKey() };
    onFiled(
      await api<FiledComplaint>('/api/intake/complaints', {
        method: 'POST',
        json,
        idempotencyKey: attempt.current.key,
      }),
    );
  };
  const save = async () => {
    if (busy) return;
    const own = entryFaults(entry);
    if (own.length > 0) return show(own.map(({ field, key }) => faultOf(field, t(key))));
    setBusy(true);
    setTrouble(undefined);
    setFaults(undefined);
    try {
      await file();
    } catch (error) {
      if (error instanceof ProblemError && error.body.errors?.length)
        show(
          error.body.errors.map(({ field, text = error.message }) =>
            field.startsWith('extra.')
              ? faultOf(entryField(field), text, t('desk.ownFields'))
              : faultOf(entryField(field), text),
          ),
        );
      else if (error instanceof ProblemError || error instanceof NoAnswer) setTrouble(error);
      else throw error;
    } finally {
      setBusy(false);
    }
  };
  const errorOf = (key: string) => faults?.list.find((fault) => fault.fieldId === `entry-${key}`)?.text;
  return { save, busy, trouble, faults, errorOf };
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
