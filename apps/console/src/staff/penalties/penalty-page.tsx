import type { LedgerEntryView, PenaltyView } from '@huiying/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { tableDate } from '../../formats/dates.js';
import { tableMoney } from '../../formats/money.js';
import { useWords } from '../../words/staff-words.js';
import { PageHead } from '../parts/page.js';
import { Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { owedMoney } from './owed.js';
import { RevokeDialog } from './revoke-dialog.js';

/** One penalty: what is owed by whom to whom, and what has moved? */
export function PenaltyPage() {
  const { t } = useWords();
  const { penaltyNo = '' } = useParams();
  const found = useQuery({
    queryKey: ['penalty', penaltyNo],
    queryFn: ({ signal }) => api<PenaltyView>(`/api/penalties/${encodeURIComponent(penaltyNo)}`, { signal }),
  });
  if (found.isPending) return <Loading rows={8} />;
  if (found.isError) {
    return (
      <>
        <PageHead title={penaltyNo} area={t('penalties.title')} />
        <Trouble error={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  }
  return <Loaded key={penaltyNo} penalty={found.data} />;
}

function Loaded({ penalty }: { penalty: PenaltyView }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  return (
    <article>
      <PageHead
        title={penalty.penaltyNo}
        area={t('penalties.title')}
        actions={
          penalty.mayRevoke && (
            <Button danger onClick={() => setAsking(true)}>
              {t('penalties.revoke')}
            </Button>
          )
        }
      >
        <Link to="/penalties">{t('penalties.title')}</Link>
      </PageHead>
      <p role="status">{said}</p>
      <Facts penalty={penalty} />
      <h2>{t('penalties.ledger')}</h2>
      <p className="quiet">{t('penalties.ledgerHint')}</p>
      <Ledger entries={penalty.ledger} />
      {asking && (
        <RevokeDialog
          penaltyNo={penalty.penaltyNo}
          onClose={() => setAsking(false)}
          onDone={({ refund }) => {
            setAsking(false);
            setSaid(t(refund ? 'penalties.revokedRefund' : 'penalties.revoked'));
            void client.invalidateQueries({ queryKey: ['penalty', penalty.penaltyNo] });
            void client.invalidateQueries({ queryKey: ['penalties'] });
          }}
        />
      )}
    </article>
  );
}

function Facts({ penalty }: { penalty: PenaltyView }) {
  const { t, pick } = useWords();
  const facts: [Parameters<typeof t>[0], string | null][] = [
    ['penalties.payer', penalty.payerName],
    ['penalties.store', penalty.storeName],
    ['penalties.kind', `${pick(penalty.kindText)} ${penalty.ruleId}`],
    ['penalties.amount', `${tableMoney(penalty.amountFen)} ${penalty.amountInWords}`],
    ['penalties.state', pick(penalty.stateText)],
    ['penalties.imposedAt', tableDate(penalty.imposedAt)],
    ['penalties.noticeOn', penalty.noticeOn],
    ['penalties.payBy', penalty.payBy],
    ['penalties.chases', penalty.chases > 0 ? String(penalty.chases) : null],
    ['penalties.paidOn', penalty.paidOn],
    ['penalties.passedOn', penalty.passedOn],
    ['penalties.refundedOn', penalty.refundedOn],
    ['penalties.because', penalty.revocation && pick(penalty.revocation.becauseText)],
    ['penalties.reason', penalty.revocation?.reason ?? null],
  ];
  return (
    <dl className="facts-grid">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {penalty.caseNo && (
        <div>
          <dt>{t('penalties.caseNo')}</dt>
          <dd>
            <Link to={`/cases/${penalty.caseNo}`}>{penalty.caseNo}</Link>
          </dd>
        </div>
      )}
    </dl>
  );
}

function Ledger({ entries }: { entries: LedgerEntryView[] }) {
  const { t, pick } = useWords();
  const columns = ['entry', 'on', 'account', 'owed'] as const;
  return (
    <div className="case-table">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`penalties.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.flatMap(({ kind, kindText, on, lines }) =>
            lines.map((line) => (
              <tr key={`${kind} ${line.account}`}>
                <td className="nowrap">{pick(kindText)}</td>
                <td className="nowrap">{on}</td>
                <td>{line.name}</td>
                <td className="nowrap">{owedMoney(line.amountFen)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
