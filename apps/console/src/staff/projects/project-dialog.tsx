import type { PortalOrganisation, ProjectFacts, ProjectInput } from '@huiying/contracts';
import { PROJECT_OWNERSHIP_NAMES, PROJECT_OWNERSHIPS } from '@huiying/contracts';
import { useWords } from '../../words/staff-words.js';
import { api } from '../session/session.js';
import { type DialogField, FieldDialog } from './field-dialog.js';
import { useOrganisations } from './organisations.js';

const TYPES = ['residential', 'commercial', 'office'] as const;
const PARTIES = [
  ['developer', 'developer'],
  ['propertyCompany', 'property-company'],
  ['constructionCompany', 'construction-company'],
] as const;

/** A project as it is to stand on file; a new one when none is given (R08.1, R10.8). */
export function ProjectDialog(props: { found?: ProjectFacts; onClose: () => void; onSaved: (name: string) => void }) {
  const { t, pick } = useWords();
  const organisations = useOrganisations();
  const { found } = props;
  const choices = (fits: (one: PortalOrganisation) => boolean) =>
    organisations.filter(fits).map(({ id, name }) => ({ value: id, label: name }));
  const fields: DialogField[] = [
    ...(found ? [] : [{ name: 'name', label: t('projects.name'), required: true }]),
    {
      name: 'projectType',
      label: t('projects.projectType'),
      required: true,
      options: TYPES.map((value) => ({ value, label: t(`projects.type.${value}`) })),
    },
    ...PARTIES.map(([name, orgType]) => ({
      name,
      label: t(`projects.${name}`),
      options: choices((one) => one.orgType === orgType),
    })),
    {
      name: 'ownership',
      label: t('projects.ownership'),
      options: PROJECT_OWNERSHIPS.map((value) => ({ value, label: pick(PROJECT_OWNERSHIP_NAMES[value]) })),
    },
    {
      name: 'dissolved',
      label: t('projects.dissolved'),
      options: [
        { value: 'true', label: t('app.yes') },
        { value: 'false', label: t('app.no') },
      ],
    },
    { name: 'agreementParty', label: t('projects.agreementParty'), options: choices(() => true) },
  ];
  const save = async ({ name = '', dissolved, ...answers }: Record<string, string>) => {
    const project = found?.project ?? name;
    const given = Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, value || null]));
    const json = { ...given, dissolved: dissolved === 'true' } as ProjectInput;
    await api(`/api/projects/${encodeURIComponent(project)}`, { method: 'PUT', json });
    props.onSaved(project);
  };
  return (
    <FieldDialog
      title={t(found ? 'projects.edit' : 'projects.add')}
      action={t('projects.save')}
      fields={fields}
      start={found ? startOf(found) : {}}
      send={save}
      onClose={props.onClose}
    />
  );
}

function startOf(found: ProjectFacts): Record<string, string> {
  const { projectType, developer, propertyCompany, constructionCompany, ownership, agreementParty, dissolved } = found;
  const texts = { projectType, developer, propertyCompany, constructionCompany, ownership, agreementParty };
  return {
    ...Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, value ?? ''])),
    dissolved: String(dissolved),
  };
}
