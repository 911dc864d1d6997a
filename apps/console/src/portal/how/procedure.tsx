import type { PortalOrganisation, PublicProcedure } from '@huiying/contracts';
import { useState } from 'react';
import { useWords } from '../../words/portal-words.js';
import { Waiting } from '../parts.js';
import { Trouble } from '../trouble.js';
import { useLoaded } from '../use-loaded.js';

/** Channels, conditions and limits of one organisation, as the published decisions have them now (R03.2). */
export function ProcedureOf({ organisations }: { organisations: PortalOrganisation[] }) {
  const { t } = useWords();
  const [id, setId] = useState('');
  const path = id === '' ? '/api/portal/procedure' : `/api/portal/procedure?organisationId=${encodeURIComponent(id)}`;
  const found = useLoaded<PublicProcedure>(path);
  const chosen = id === '' ? (found.data?.organisation.id ?? '') : id;
  return (
    <>
      <div className="field">
        <label htmlFor="how-organisation">{t('how.organisation')}</label>
        <select id="how-organisation" value={chosen} onChange={(event) => setId(event.target.value)}>
          {organisations.map((organisation) => (
            <option key={organisation.id} value={organisation.id}>
              {organisation.name}
            </option>
          ))}
        </select>
      </div>
      {found.error ? (
        <Trouble error={found.error} onRetry={found.reload} />
      ) : found.data ? (
        <Facts procedure={found.data} />
      ) : (
        <Waiting rows={3} />
      )}
    </>
  );
}

function Facts({ procedure }: { procedure: PublicProcedure }) {
  const { t, pick } = useWords();
  return (
    <div aria-live="polite">
      <h3>{t('how.channels')}</h3>
      <p>{procedure.channels.map(({ name }) => pick(name)).join(' · ')}</p>
      <h3>{t('how.conditions')}</h3>
      <ul className="facts">
        {procedure.conditions.map((condition) => (
          <li key={condition.en}>{pick(condition)}</li>
        ))}
      </ul>
      <h3>{t('how.limits')}</h3>
      <p className="quiet">{t('how.limitsOf')}</p>
      <ul className="facts">
        {procedure.limits.map((limit) => (
          <li key={`${limit.limitId}${limit.name.en}`}>
            {pick(limit.name)} <strong>{pick(limit.time)}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
