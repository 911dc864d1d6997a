import type { HouseholdsInput, InsightsUnits } from '@huiying/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { Labelled } from '../parts/labelled.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** Households that a unit serves from a day on: what the valid-complaint rate is measured by (R13.8). */
export function HouseholdsDialog({ unit, onClose }: { unit: string; onClose: () => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const units = useQuery({
    queryKey: ['insights-units'],
    queryFn: ({ signal }) => api<InsightsUnits>('/api/insights/units', { signal }),
  });
  const [unitId, setUnitId] = useState(unit);
  const [validFrom, setValidFrom] = useState('');
  const [households, setHouseholds] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const chosen = unitId || units.data?.items[0]?.id || '';
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const json: HouseholdsInput = { unitId: chosen, validFrom, households: households ?? 0 };
      await api('/api/insights/households', { method: 'PUT', json });
      await queries.invalidateQueries({ queryKey: ['insights-overview'] });
      onClose();
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('insights.households')} onClose={onClose}>
      <p>{t('insights.householdsHint')}</p>
      <div className="stack">
        <Labelled label={t('insights.unit')}>
          {(attributes) => (
            <Select
              {...attributes}
              value={chosen || undefined}
              onChange={setUnitId}
              options={(units.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
              getPopupContainer={(element: HTMLElement) => element.parentElement ?? document.body}
            />
          )}
        </Labelled>
        <Labelled label={t('insights.validFrom')}>
          {(attributes) => (
            <Input
              {...attributes}
              type="date"
              value={validFrom}
              onChange={(event) => setValidFrom(event.target.value)}
            />
          )}
        </Labelled>
        <Labelled label={t('insights.householdCount')}>
          {(attributes) => (
            <InputNumber {...attributes} min={0} precision={0} value={households} onChange={setHouseholds} />
          )}
        </Labelled>
      </div>
      {error !== undefined && <Trouble error={error} />}
      <div className="inline-actions end">
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button
          type="primary"
          loading={busy}
          disabled={!chosen || !validFrom || households === null}
          onClick={() => void save()}
        >
          {t('insights.save')}
        </Button>
      </div>
    </Dialog>
  );
}
