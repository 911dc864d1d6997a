import type { AccountLine, AccountStatement } from '@huiying/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';
import { PageHead } from '../parts/page.js';
import { Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { owedMoney } from './owed.js';

/** 账户往来: what one store, person or finance department is owed and owes, entry by entry. */
export function AccountPage() {
  const { t } = useWords();
  const { account = '' } = useParams();
  const found = useInfiniteQuery({
    queryKey: ['penalties', 'account', account],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam ? `?${new URLSearchParams({ cursor: pageParam }).toString()}` : '';
      return api<AccountStatement>(`/api/penalties/accounts/${encodeURIComponent(account)}${cursor}`, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: AccountStatement) => page.next ?? undefined,
  });
  const first = found.data?.pages[0];
  return (
    <article>
      <PageHead title={first?.name ?? account} area={t('penalties.statement')}>
        <Link to="/penalties">{t('penalties.title')}</Link>
      </PageHead>
      {found.isPending && <Loading rows={8} />}
      {found.isError && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {first && (
        <p>
          {t(first.balanceFen < 0 ? 'penalties.owes' : 'penalties.isOwed')}{' '}
          <strong>{owedMoney(first.balanceFen)}</strong>
        </p>
      )}
      {first && <Lines lines={found.data?.pages.flatMap((page) => page.items) ?? []} />}
      {found.hasNextPage && (
        <Button block onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {t('state.more')}
        </Button>
      )}
    </article>
  );
}

function Lines({ lines }: { lines: AccountLine[] }) {
  const { t, pick } = useWords();
  const columns = ['on', 'entry', 'number', 'kind', 'receiptNo', 'owed', 'balance'] as const;
  return (
    <CaseTable columns={columns.map((column) => t(`penalties.${column}`))}>
      {lines.map((line, place) => (
        <tr key={lines.length - place}>
          <td className="nowrap">{line.on}</td>
          <td className="nowrap">{pick(line.kindText)}</td>
          <td className="nowrap">
            <Link to={`/penalties/${line.penaltyNo}`}>{line.penaltyNo}</Link>
          </td>
          <td>{pick(line.penaltyKindText)}</td>
          <td>{line.receiptNo ?? ''}</td>
          <td className="nowrap">{owedMoney(line.amountFen)}</td>
          <td className="nowrap" data-label={t('penalties.balance')}>
            {owedMoney(line.balanceFen)}
          </td>
        </tr>
      ))}
    </CaseTable>
  );
}
