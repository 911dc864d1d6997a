import type { ProjectInput, ProjectList, ProjectRow } from '@huiying/contracts';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';
import { PageHead } from '../parts/page.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { useOrganisations } from './organisations.js';
import { ProjectDialog } from './project-dialog.js';

/** 项目与房屋: which projects are on file, and who shares them? */
export function ProjectsPage() {
  const { t } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const list = useInfiniteQuery({
    queryKey: ['projects'],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams(pageParam ? { cursor: pageParam } : {});
      return api<ProjectList>(`/api/projects?${asked.toString()}`, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ProjectList) => page.next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead
        title={t('projects.title')}
        actions={
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('projects.add')}
          </Button>
        }
      />
      {list.isPending && <Loading rows={8} />}
      {list.isError && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <Empty text={t('projects.empty')} />}
      {rows.length > 0 && <Rows rows={rows} />}
      {list.hasNextPage && (
        <Button block onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {t('state.more')}
        </Button>
      )}
      {adding && (
        <ProjectDialog
          onClose={() => setAdding(false)}
          onSaved={(name) => {
            void client.invalidateQueries({ queryKey: ['projects'] });
            void navigate(`/projects/${encodeURIComponent(name)}`);
          }}
        />
      )}
    </>
  );
}

function Rows({ rows }: { rows: ProjectRow[] }) {
  const { t } = useWords();
  const organisations = useOrganisations();
  const nameOf = (id: string | null) => organisations.find((one) => one.id === id)?.name ?? id ?? '';
  const columns = ['name', 'projectType', 'developer', 'propertyCompany', 'constructionCompany', 'buildings'] as const;
  return (
    <CaseTable columns={columns.map((column) => t(`projects.${column}`))}>
      {rows.map((row) => (
        <tr key={row.projectId}>
          <td>
            <Link to={`/projects/${encodeURIComponent(row.name)}`}>{row.name}</Link>{' '}
            {row.dissolved && <Tag>{t('projects.dissolved')}</Tag>}
          </td>
          <td>{t(`projects.type.${row.projectType as NonNullable<ProjectInput['projectType']>}`)}</td>
          <td>{nameOf(row.developer)}</td>
          <td>{nameOf(row.propertyCompany)}</td>
          <td>{nameOf(row.constructionCompany)}</td>
          <td data-label={t('projects.buildings')}>{row.buildings}</td>
        </tr>
      ))}
    </CaseTable>
  );
}
