import type { AgreedWarranty, BuildingInput, BuildingRow, Component } from '@huiying/contracts';
import { COMPONENT_NAMES, COMPONENTS, PHASE_NAMES, PHASES } from '@huiying/contracts';
import { useWords } from '../../words/staff-words.js';
import { api } from '../session/session.js';
import { type DialogField, FieldDialog } from './field-dialog.js';
import { useOrganisations } from './organisations.js';

interface Common {
  project: string;
  onClose: () => void;
  onSaved: () => void;
}

function put(project: string, building: string, json: BuildingInput): Promise<unknown> {
  const path = `/api/projects/${encodeURIComponent(project)}/buildings/${encodeURIComponent(building)}`;
  return api(path, { method: 'PUT', json });
}

/** A building with its hand-over (R10.4) and its completion acceptance (R02.9). */
export function BuildingDialog({ project, found, onClose, onSaved }: Common & { found?: BuildingRow }) {
  const { t, pick } = useWords();
  const organisations = useOrganisations();
  const fields: DialogField[] = [
    ...(found ? [] : [{ name: 'building', label: t('projects.building'), required: true }]),
    {
      name: 'organisationId',
      label: t('projects.organisationId'),
      options: organisations.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'phase',
      label: t('projects.phase'),
      options: PHASES.map((value) => ({ value, label: pick(PHASE_NAMES[value]) })),
    },
    { name: 'handoverOn', label: t('projects.handoverOn'), kind: 'date' },
    { name: 'completionAcceptedOn', label: t('projects.completionAcceptedOn'), kind: 'date' },
    {
      name: 'designLifeYears',
      label: t('projects.designLifeYears'),
      kind: 'number',
      hint: t('projects.designLifeHint'),
    },
  ];
  const save = async ({ building = '', designLifeYears, ...answers }: Record<string, string>) => {
    const given = Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, value || null]));
    const years = designLifeYears ? Number(designLifeYears) : null;
    await put(project, found?.building ?? building, { ...given, designLifeYears: years });
    onSaved();
  };
  return (
    <FieldDialog
      title={t(found ? 'projects.editBuilding' : 'projects.addBuilding')}
      action={t('projects.save')}
      fields={fields}
      start={found ? startOf(found) : {}}
      send={save}
      onClose={onClose}
    />
  );
}

/** A warranty that the contract promises beyond the law's minimum, one component at a time. */
export function AgreedWarrantyDialog({ project, found, onClose, onSaved }: Common & { found: BuildingRow }) {
  const { t, pick } = useWords();
  const save = async ({ component = '', until = '' }: Record<string, string>) => {
    const agreed: AgreedWarranty = { component: component as Component, until };
    const others = found.agreedWarranties.filter((one) => one.component !== component);
    await put(project, found.building, { agreedWarranties: [...others, agreed] });
    onSaved();
  };
  return (
    <FieldDialog
      title={t('projects.agree')}
      hint={t('projects.agreeHint')}
      action={t('projects.save')}
      fields={[
        {
          name: 'component',
          label: t('projects.component'),
          required: true,
          options: COMPONENTS.map((value) => ({ value, label: pick(COMPONENT_NAMES[value]) })),
        },
        { name: 'until', label: t('projects.until'), required: true, kind: 'date' },
      ]}
      send={save}
      onClose={onClose}
    />
  );
}

function startOf(found: BuildingRow): Record<string, string> {
  const { organisationId, phase, handoverOn, completionAcceptedOn, designLifeYears } = found;
  const texts = { organisationId, phase, handoverOn, completionAcceptedOn, designLifeYears };
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, value === null ? '' : String(value)]));
}
