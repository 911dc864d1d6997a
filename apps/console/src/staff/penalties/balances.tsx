import type { LedgerBalances } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { owedMoney } from './owed.js';

/** 应收应付: who owes how much, who is owed it. */
export function Balances() {
  const { t } = useWords();
  const owed = useQuery({
    queryKey: ['penalties', 'balances'],
    queryFn: ({ signal }) => api<LedgerBalances>('/api/penalties/balances', { signal }),
  });
  if (owed.isPending) return <Loading rows={3} />;
  if (owed.isError) return <Trouble error={owed.error} onRetry={() => void owed.refetch()} />;
  if (owed.data.items.length === 0) return <Empty text={t('penalties.balanced')} />;
  return (
    <CaseTable columns={[t('penalties.account'), t('penalties.owed')]}>
      {owed.data.items.map(({ account, name, amountFen }) => (
        <tr key={account}>
          <td>
            <Link to={`/penalties/accounts/${encodeURIComponent(account)}`}>{name}</Link>
          </td>
          <td className="nowrap">{owedMoney(amountFen)}</td>
        </tr>
      ))}
    </CaseTable>
  );
}
