import type { CaseView } from '@huiying/contracts';
import { Link } from 'react-router';
import { useWords } from '../../words/staff-words.js';
import { useMay } from '../session/session.js';

/** Why the case is not handled as a complaint, and as what it goes on, with the number there and the way to it. */
export function Diversion({ found: { diversion, caseNo } }: { found: CaseView }) {
  const { code, t } = useWords();
  const may = useMay();
  if (!diversion) return null;
  const { reason, target, targetNo } = diversion;
  // What is not for everybody to know is no process by name.
  const process = target === null || target === 'other-procedure' ? '' : code('diversion.target', target);
  return (
    <p className="banner">
      {t('diversion.because', { reason: code('diversion.reason', reason) })}
      {process && <> {t('diversion.goesOn', { process })}</>}
      {process && targetNo !== null && targetNo !== caseNo && (
        <>
          {' '}
          {t('diversion.number')} {reach(target, targetNo, may) ?? targetNo}
        </>
      )}
    </p>
  );
}

/** A link where there is a page of it that the person may open. */
function reach(target: string | null, number: string, may: (action: string) => boolean) {
  if (target === 'inter-store-dispute' && may('dispute.list'))
    return <Link to={`/disputes/${encodeURIComponent(number)}`}>{number}</Link>;
  if (target === 'delivery-defect' && may('defect.list'))
    return <Link to={`/defects?number=${encodeURIComponent(number)}`}>{number}</Link>;
  return undefined;
}
