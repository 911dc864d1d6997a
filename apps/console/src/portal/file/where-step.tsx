import type { PortalOrganisation } from '@huiying/contracts';
import { useWords } from '../../words/portal-words.js';
import { Field } from '../parts.js';
import { useLoaded } from '../use-loaded.js';
import type { StepProps } from './step-props.js';

export function WhereStep({ draft, answer, wrong }: StepProps) {
  const { t } = useWords();
  // Without the list the question is simply left to the desk; nobody waits for it.
  const organisations = useLoaded<PortalOrganisation[]>('/api/portal/organisations');
  return (
    <>
      <Field name="organisationId" label={t('file.organisation')} error={wrong('organisationId')}>
        {(attributes) => (
          <select
            {...attributes}
            value={draft.organisationId}
            onChange={(event) => answer('organisationId', event.target.value)}
          >
            <option value="">{t('file.organisationUnknown')}</option>
            {(organisations.data ?? []).map((organisation) => (
              <option key={organisation.id} value={organisation.id}>
                {organisation.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="project" label={t('file.project')} error={wrong('project')}>
        {(attributes) => (
          <input
            {...attributes}
            maxLength={100}
            value={draft.project}
            onChange={(event) => answer('project', event.target.value)}
          />
        )}
      </Field>
      <div className="pair">
        <Field name="building" label={t('file.building')} hint={t('file.buildingHint')} error={wrong('building')}>
          {(attributes) => (
            <input
              {...attributes}
              maxLength={50}
              value={draft.building}
              onChange={(event) => answer('building', event.target.value)}
            />
          )}
        </Field>
        <Field name="room" label={t('file.room')} error={wrong('room')}>
          {(attributes) => (
            <input
              {...attributes}
              maxLength={50}
              value={draft.room}
              onChange={(event) => answer('room', event.target.value)}
            />
          )}
        </Field>
      </div>
      <Field name="respondent" label={t('file.respondent')} hint={t('file.respondentHint')} error={wrong('respondent')}>
        {(attributes) => (
          <input
            {...attributes}
            maxLength={100}
            value={draft.respondent}
            onChange={(event) => answer('respondent', event.target.value)}
          />
        )}
      </Field>
    </>
  );
}
