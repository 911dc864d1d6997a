import type { RankingCase, RankingRow } from '@huiying/contracts';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { tableMoney } from '../../formats/money.js';
import { useWords } from '../../words/staff-words.js';

/** Why a store stands where it stands: its complaints one by one, and what became of them since; for whoever may read them. */
export function RankingPlace({ row }: { row: RankingRow }) {
  const { t } = useWords();
  if (row.cases === null) return null;
  return (
    <>
      {row.now && (
        <p>
          <Tag color="orange">{t('rankings.changed')}</Tag>
          {t('rankings.now', { rank: row.now.rank, count: row.now.counted, fine: tableMoney(row.now.fineFen) })}
        </p>
      )}
      {row.cases.length > 0 && (
        <details>
          <summary>{t('rankings.cases', { count: row.cases.length })}</summary>
          <ul>
            {row.cases.map((one) => (
              <Complaint key={one.no} complaint={one} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Complaint({ complaint: { no, receivedOn, counted, countsNow } }: { complaint: RankingCase }) {
  const { t } = useWords();
  const to = no.startsWith('JF-') ? `/disputes/${no}` : `/cases/${no}`;
  return (
    <li>
      <Link to={to}>{no}</Link> {receivedOn} {t(counted ? 'rankings.point' : 'rankings.leftOut')}
      {counted !== countsNow && (
        <Tag color="orange">{t(countsNow ? 'rankings.countsNow' : 'rankings.countsNoMore')}</Tag>
      )}
    </li>
  );
}
