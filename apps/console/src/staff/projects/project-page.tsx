import type { BuildingList, BuildingRow, BuildingWarranties, ProjectFacts, WarrantyView } from '@huiying/contracts';
import { COMPONENT_NAMES } from '@huiying/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { type StaffKey, useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';
import { useCodeNames } from '../parts/code-name.js';
import { PageHead } from '../parts/page.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { AgreedWarrantyDialog, BuildingDialog } from './building-dialogs.js';
import { useOrganisations } from './organisations.js';
import { ProjectDialog } from './project-dialog.js';

type Asked =
  | { what: 'project' }
  | { what: 'add' }
  | { what: 'building'; building: BuildingRow }
  | { what: 'agree'; building: BuildingRow };

/** One project: its buildings with their days, and until when who answers for what. */
export function ProjectPage() {
  const { t } = useWords();
  const { name = '' } = useParams();
  const client = useQueryClient();
  const path = `/api/projects/${encodeURIComponent(name)}`;
  const project = useQuery({
    queryKey: ['project', name],
    queryFn: ({ signal }) => api<ProjectFacts>(path, { signal }),
  });
  const buildings = useQuery({
    queryKey: ['project', name, 'buildings'],
    queryFn: ({ signal }) => api<BuildingList>(`${path}/buildings`, { signal }),
  });
  const [asked, setAsked] = useState<Asked>();
  const [said, setSaid] = useState('');
  const close = () => setAsked(undefined);
  const saved = () => {
    close();
    setSaid(t('projects.saved'));
    void client.invalidateQueries({ queryKey: ['project', name] });
    void client.invalidateQueries({ queryKey: ['projects'] });
  };
  const rows = buildings.data?.items ?? [];
  return (
    <>
      <PageHead
        title={name}
        area={t('projects.title')}
        actions={
          <>
            {project.data && <Button onClick={() => setAsked({ what: 'project' })}>{t('projects.edit')}</Button>}
            <Button type="primary" onClick={() => setAsked({ what: 'add' })}>
              {t('projects.addBuilding')}
            </Button>
          </>
        }
      />
      <p role="status">{said}</p>
      {project.isError && <Trouble error={project.error} onRetry={() => void project.refetch()} />}
      {project.data && <Facts found={project.data} />}
      <h2>{t('projects.buildingsTitle')}</h2>
      {buildings.isPending && <Loading rows={4} />}
      {buildings.isError && <Trouble error={buildings.error} onRetry={() => void buildings.refetch()} />}
      {buildings.isSuccess && rows.length === 0 && <Empty text={t('projects.noBuildings')} />}
      {rows.map((building) => (
        <Building key={building.building} project={name} building={building} onAsk={setAsked} />
      ))}
      {asked?.what === 'project' && project.data && (
        <ProjectDialog found={project.data} onClose={close} onSaved={saved} />
      )}
      {asked?.what === 'add' && <BuildingDialog project={name} onClose={close} onSaved={saved} />}
      {asked?.what === 'building' && (
        <BuildingDialog project={name} found={asked.building} onClose={close} onSaved={saved} />
      )}
      {asked?.what === 'agree' && (
        <AgreedWarrantyDialog project={name} found={asked.building} onClose={close} onSaved={saved} />
      )}
    </>
  );
}

/** What kind of project it is and who shares it (R08.1, R10.8); of the builder that it answers for the warranties below (R02.9). */
function Facts({ found }: { found: ProjectFacts }) {
  const { t } = useWords();
  const name = useCodeNames();
  const organisations = useOrganisations();
  const nameOf = (id: string | null) => organisations.find((one) => one.id === id)?.name ?? id;
  const facts: [StaffKey, string | null, StaffKey?][] = [
    ['projects.projectType', found.projectType && t(`projects.type.${found.projectType}` as StaffKey)],
    ['projects.developer', nameOf(found.developer)],
    ['projects.propertyCompany', nameOf(found.propertyCompany)],
    ['projects.constructionCompany', nameOf(found.constructionCompany), 'projects.builderAnswers'],
    ['projects.ownership', name('ownership', found.ownership)],
    ['projects.agreementParty', nameOf(found.agreementParty)],
    ['projects.dissolved', found.dissolved ? t('app.yes') : null],
  ];
  return (
    <dl className="facts-grid">
      {facts.map(
        ([label, value, hint]) =>
          // Type and parties are asked for where they are missing; the rest is told where there is something to tell.
          (value || REQUIRED.includes(label)) && (
            <div key={label}>
              <dt>{t(label)}</dt>
              <dd>
                {value || t('projects.unknown')}
                {value && hint && <span className="quiet"> {t(hint)}</span>}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

const REQUIRED: readonly StaffKey[] = [
  'projects.projectType',
  'projects.developer',
  'projects.propertyCompany',
  'projects.constructionCompany',
];

function Building(props: { project: string; building: BuildingRow; onAsk: (asked: Asked) => void }) {
  const { t } = useWords();
  const name = useCodeNames();
  const [open, setOpen] = useState(false);
  const { building } = props;
  const labelled = (key: StaffKey) => `${t(key)} ${building.building}`;
  const days = [
    [t('projects.handoverOn'), building.handoverOn],
    [t('projects.completionAcceptedOn'), building.completionAcceptedOn],
  ] as const;
  const keeper = useOrganisations().find(({ id }) => id === building.organisationId)?.name;
  return (
    <section className="stack">
      <h3>
        {building.building} {building.phase && <Tag>{name('phase', building.phase)}</Tag>}
      </h3>
      <p>
        {[
          keeper && `${t('projects.organisationId')} ${keeper}`,
          ...days.map(([label, day]) => `${label} ${day ?? t('projects.unknown')}`),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <span className="inline-actions">
        <Button
          aria-label={labelled('projects.editBuilding')}
          onClick={() => props.onAsk({ what: 'building', building })}
        >
          {t('projects.editBuilding')}
        </Button>
        <Button aria-label={labelled('projects.agree')} onClick={() => props.onAsk({ what: 'agree', building })}>
          {t('projects.agree')}
        </Button>
        <Button aria-label={labelled('projects.warranty')} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('projects.warranty')}
        </Button>
      </span>
      {open && <Warranty project={props.project} building={building} />}
    </section>
  );
}

function Warranty({
  project,
  building: { building, completionAcceptedOn },
}: {
  project: string;
  building: BuildingRow;
}) {
  const { t } = useWords();
  const found = useQuery({
    queryKey: ['project', project, 'warranty', building],
    queryFn: ({ signal }) =>
      api<BuildingWarranties>(
        `/api/projects/${encodeURIComponent(project)}/buildings/${encodeURIComponent(building)}/warranty`,
        { signal },
      ),
  });
  const columns = ['component', 'internalUntil', 'repairGroup', 'statutoryUntil', 'free'] as const;
  // Without the day of acceptance nothing but what the contract says can be reckoned.
  const known = found.data?.items.filter(({ statutory }) => completionAcceptedOn !== null || statutory.until !== null);
  return (
    <>
      <p>{t(completionAcceptedOn === null ? 'projects.warrantyUnknown' : 'projects.warrantyHint')}</p>
      {found.isPending && <Loading rows={6} />}
      {found.isError && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {known !== undefined && known.length > 0 && (
        <CaseTable columns={columns.map((column) => t(`projects.${column}`))}>
          {known.map((view) => (
            <Term key={view.component} view={view} />
          ))}
        </CaseTable>
      )}
    </>
  );
}

function Term({ view: { component, internal, statutory } }: { view: WarrantyView }) {
  const { t, pick } = useWords();
  const name = useCodeNames();
  const by = t(statutory.by === 'law' ? 'projects.byLaw' : 'projects.byContract');
  const free = { true: t('projects.free'), false: t('projects.expired'), null: t('projects.unknown') };
  return (
    <tr>
      <td>{pick(COMPONENT_NAMES[component])}</td>
      <td className="nowrap" data-label={t('projects.internalUntil')}>
        {internal.until ?? t('projects.unknown')}
      </td>
      <td data-label={t('projects.repairGroup')}>{name('role', internal.repairGroup)}</td>
      <td className="nowrap" data-label={t('projects.statutoryUntil')}>
        {statutory.until ?? t('projects.unknown')} {statutory.until && <span className="quiet">{by}</span>}
      </td>
      <td>{free[String(statutory.free) as keyof typeof free]}</td>
    </tr>
  );
}
