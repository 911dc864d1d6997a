import { type LedgerEntryView, PENALTY_BASES, type PenaltyRow, type PenaltyView } from '@huiying/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { tableDate } from '../../formats/dates.js';
import { tableMoney } from '../../formats/money.js';
import { useWords } from '../../words/staff-words.js';
import { ToDo } from '../cases/tasks-tab.js';
import { CaseTable } from '../parts/case-table.js';
import { Fact, FactsGrid } from '../parts/facts.js';
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
      <ToDo number={penalty.penaltyNo} />
      <Facts penalty={penalty} />
      {penalty.claims.length > 0 && <Claims claims={penalty.claims} />}
      <h2>{t('penalties.ledger')}</h2>
      <p className="quiet">{t('penalties.ledgerHint')}</p>
      <Ledger entries={penalty.ledger} whole={penalty.side === 'whole'} />
      {asking && (
        <RevokeDialog
          penaltyNo={penalty.penaltyNo}
          onClose={() => setAsking(false)}
          onDone={({ refund, claims }) => {
            setAsking(false);
            const claimed = claims.length > 0 ? t('penalties.revokedClaims', { count: claims.length }) : '';
            setSaid(`${t(refund ? 'penalties.revokedRefund' : 'penalties.revoked')}${claimed}`);
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
  const basis = PENALTY_BASES[penalty.ruleId];
  const revokedNo = penalty.kind === 'share-return' ? penalty.source.slice('penalty:'.length) : null;
  const facts: [label: string, value: string | null][] = [
    [t('penalties.payer'), penalty.payerName],
    [t('penalties.store'), penalty.storeName],
    [t('penalties.kind'), `${pick(penalty.kindText)} ${penalty.ruleId}`],
    [t('penalties.basis'), basis && revokedNo === null ? pick(basis) : null],
    [t('penalties.amount'), `${tableMoney(penalty.amountFen)} ${penalty.amountInWords}`],
    [t('penalties.paid'), penalty.paidFen > 0 ? tableMoney(penalty.paidFen) : null],
    [t('penalties.remaining'), penalty.remainingFen > 0 ? tableMoney(penalty.remainingFen) : null],
    [t('penalties.state'), pick(penalty.stateText)],
    [t('penalties.imposedAt'), tableDate(penalty.imposedAt)],
    [t('penalties.noticeOn'), penalty.noticeOn],
    [t('penalties.payBy'), penalty.payBy],
    [t('penalties.chases'), penalty.chases > 0 ? String(penalty.chases) : null],
    [t('penalties.paidOn'), penalty.paidOn],
    [t('penalties.passedOn'), penalty.passedOn],
    [t('penalties.refundedOn'), penalty.refundedOn],
    [t('penalties.because'), penalty.revocation && pick(penalty.revocation.becauseText)],
    [t('penalties.reason'), penalty.revocation?.reason ?? null],
  ];
  return (
    <FactsGrid facts={facts}>
      {revokedNo !== null && (
        <Fact label={t('penalties.claimOf')}>
          <Link to={`/penalties/${revokedNo}`}>{revokedNo}</Link>
        </Fact>
      )}
      {penalty.caseNo && (
        <Fact label={t('penalties.caseNo')}>
          <Link to={`/cases/${penalty.caseNo}`}>{penalty.caseNo}</Link>
        </Fact>
      )}
    </FactsGrid>
  );
}

/** Shares of a revoked fine that its payees give back. */
function Claims({ claims }: { claims: PenaltyRow[] }) {
  const { t, pick } = useWords();
  const columns = ['number', 'store', 'amount', 'remaining', 'state', 'payBy'] as const;
  return (
    <section>
      <h2>{t('penalties.claims')}</h2>
      <CaseTable columns={columns.map((column) => t(`penalties.${column}`))}>
        {claims.map((claim) => (
          <tr key={claim.penaltyNo}>
            <td className="nowrap">
              <Link to={`/penalties/${claim.penaltyNo}`}>{claim.penaltyNo}</Link>
            </td>
            <td>{claim.storeName}</td>
            <td className="nowrap">{tableMoney(claim.amountFen)}</td>
            <td className="nowrap" data-label={t('penalties.remaining')}>
              {tableMoney(claim.remainingFen)}
            </td>
            <td>{pick(claim.stateText)}</td>
            <td className="nowrap">{claim.payBy ?? ''}</td>
          </tr>
        ))}
      </CaseTable>
    </section>
  );
}

function Ledger({ entries, whole }: { entries: LedgerEntryView[]; whole: boolean }) {
  const { t, pick } = useWords();
  const columns = ['entry', 'on', 'receiptNo', 'account', 'owed'] as const;
  return (
    <CaseTable columns={columns.map((column) => t(`penalties.${column}`))}>
      {entries.flatMap(({ kindText, on, receiptNo, lines }, place) =>
        lines.map((line) => (
          <tr key={`${place} ${line.account}`}>
            <td className="nowrap">{pick(kindText)}</td>
            <td className="nowrap">{on}</td>
            <td>{receiptNo ?? ''}</td>
            <td>
              {whole || line.account.startsWith('store:') ? (
                <Link to={`/penalties/accounts/${encodeURIComponent(line.account)}`}>{line.name}</Link>
              ) : (
                line.name
              )}
            </td>
            <td className="nowrap">{owedMoney(line.amountFen)}</td>
          </tr>
        )),
      )}
    </CaseTable>
  );
}
