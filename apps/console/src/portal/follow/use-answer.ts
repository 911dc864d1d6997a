import type { PortalReceipt } from '@huiying/contracts';
import { useRef, useState } from 'react';
import { NoAnswer, newKey, ProblemError, request } from '../../http/request.js';
import { useWords } from '../../words/portal-words.js';
import type { SummaryEntry } from '../parts.js';
import { followPath, type Pair } from './followed.js';

/** Sends one answer of the complainant; the same press keeps its key, so that a lost reply makes no second one. */
export function useAnswer(pair: Pair, part: string) {
  const { t } = useWords();
  const [errors, setErrors] = useState<{ entries: SummaryEntry[]; round: number }>();
  const [busy, setBusy] = useState(false);
  const key = useRef({ body: '', key: '' });
  const round = useRef(0);
  const refuse = (entries: SummaryEntry[]) => setErrors({ entries, round: ++round.current });

  /** True once the server has it. */
  const send = async (json: object): Promise<boolean> => {
    if (busy) return false;
    const body = JSON.stringify(json);
    if (key.current.body !== body) key.current = { body, key: newKey() };
    setBusy(true);
    setErrors(undefined);
    try {
      await request<PortalReceipt>(followPath(pair, part), {
        method: 'POST',
        json,
        headers: { 'X-Tracking-Code': pair.code },
        idempotencyKey: key.current.key,
      });
      return true;
    } catch (error) {
      if (error instanceof NoAnswer) refuse([{ text: t('app.noAnswer') }]);
      else if (error instanceof ProblemError) refuse([{ text: error.message }]);
      else throw error;
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, errors, refuse };
}
