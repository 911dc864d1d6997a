import type { SurveyInput, SurveyStarted } from '@huiying/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** Starts a survey by hand (R12.7): whose answered complaints of the last year are asked about. */
export function SurveyDialog({ unit, onClose }: { unit: string; onClose: () => void }) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [started, setStarted] = useState<string>();
  const start = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const json: SurveyInput = unit ? { unitId: unit } : {};
      setStarted((await api<SurveyStarted>('/api/insights/surveys', { method: 'POST', json })).surveyNo);
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('insights.survey')} onClose={onClose}>
      <p role="status">{started ? t('insights.surveyStarted', { number: started }) : t('insights.surveyHint')}</p>
      {error !== undefined && <Trouble error={error} />}
      <div className="inline-actions end">
        <Button onClick={onClose}>{t(started ? 'app.close' : 'app.cancel')}</Button>
        {!started && (
          <Button type="primary" loading={busy} onClick={() => void start()}>
            {t('insights.surveyStart')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
