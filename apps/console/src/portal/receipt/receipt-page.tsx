import { type FormEvent, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { dayDate } from '../../formats/dates.js';
import { groupCode } from '../../formats/tracking-code.js';
import { useWords } from '../../words/portal-words.js';
import { currentReceipt, late, type Receipt, rememberedReceipt } from '../file/filing.js';
import { Page } from '../page.js';
import { Announcer, Sheet } from '../parts.js';

/** P3: is it in, and how do I come back? Cannot be left before the code is kept in one of three ways. */
export function ReceiptPage() {
  const receipt = currentReceipt();
  return receipt ? <Fresh receipt={receipt} /> : <Gone />;
}

function Fresh({ receipt }: { receipt: Receipt }) {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const [kept, setKept] = useState(false);
  const [asking, setAsking] = useState(false);
  const [writing, setWriting] = useState(false);
  const [said, setSaid] = useState('');
  const uploads = useSyncExternalStore(late.subscribe, late.snapshot);
  const code = groupCode(receipt.trackingCode);
  useStay(!kept);

  const done = (sentence: string) => {
    setKept(true);
    setSaid(sentence);
  };
  const leave = (to: string) => (kept ? void navigate(to) : setAsking(true));
  const mayLeave = () => {
    if (!kept) setAsking(true);
    return kept;
  };
  const copy = async () => {
    await copyText(`${t('receipt.number')} ${receipt.caseNo}\n${t('receipt.code')} ${code}`);
    done(t('receipt.copied'));
  };
  const picture = async () => {
    const { saveReceiptImage } = await import('./receipt-image.js');
    await saveReceiptImage(receipt.caseNo, receipt.trackingCode, {
      title: t('receipt.imageTitle'),
      number: t('receipt.number'),
      code: t('receipt.code'),
      hint: t('receipt.imageHint'),
    });
    done(t('receipt.imageSaved'));
  };

  return (
    <Page
      title={t(receipt.inquiry ? 'receipt.titleAsk' : 'receipt.title')}
      mayLeave={mayLeave}
      onBack={() => void navigate('/p')}
    >
      <section className="receipt" aria-label={t('receipt.number')}>
        <p className="label">{t('receipt.number')}</p>
        <p className="number" data-testid="case-no">
          {receipt.caseNo}
        </p>
        <p className="label">{t('receipt.code')}</p>
        <p className="number code" data-testid="tracking-code">
          {code.split('-').map((group, index, all) => (
            <span key={index}>{index < all.length - 1 ? `${group}-` : group}</span>
          ))}
        </p>
      </section>
      <p className={kept ? 'kept' : 'keep'}>{kept ? t('receipt.kept') : t('receipt.keep')}</p>
      <div className="keep-ways">
        <button type="button" className="button primary" onClick={() => void copy()}>
          {t('receipt.copy')}
        </button>
        <button type="button" className="button" onClick={() => void picture()}>
          {t('receipt.image')}
        </button>
        <button type="button" className="button" aria-expanded={writing} onClick={() => setWriting(!writing)}>
          {t('receipt.written')}
        </button>
      </div>
      {writing && <WrittenDown code={receipt.trackingCode} onRight={() => done(t('receipt.writtenOk'))} />}
      <Announcer text={said} />
      {uploads.open > 0 && <p className="note">{t('receipt.uploading', { count: uploads.open })}</p>}
      {uploads.failed > 0 && <p className="wrong">{t('receipt.uploadFailed', { count: uploads.failed })}</p>}
      {receipt.anonymous && <p className="note">{t('receipt.anonymous')}</p>}
      <h2>{t('receipt.next')}</h2>
      <ul className="facts">
        <li>{t('receipt.acceptBy')}</li>
        <li>{t('receipt.replyBy', { date: dayDate(receipt.replyBy, language) })}</li>
        <li>{t('receipt.nextSteps')}</li>
      </ul>
      <div className="actions">
        <button type="button" className="button" onClick={() => leave('/p/follow')}>
          {t('receipt.follow')}
        </button>
        <button type="button" className="button" onClick={() => leave('/p')}>
          {t('app.home')}
        </button>
      </div>
      {asking && (
        <Sheet title={t('receipt.leaveTitle')} onClose={() => setAsking(false)}>
          <p>{t('receipt.leaveText')}</p>
          <div className="actions">
            <button type="button" className="button primary" onClick={() => setAsking(false)}>
              {t('receipt.stay')}
            </button>
          </div>
        </Sheet>
      )}
    </Page>
  );
}

/** The browser's own 返回 and closing the page are asked about as well while the code is not kept. */
function useStay(on: boolean) {
  useEffect(() => {
    if (!on) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [on]);
}

function WrittenDown({ code, onRight }: { code: string; onRight: () => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<'open' | 'wrong' | 'right'>('open');
  const input = useRef<HTMLInputElement>(null);
  const check = useCallback(
    (event: FormEvent) => {
      event.preventDefault();
      const right = typed.trim().toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1') === code.slice(-4);
      setState(right ? 'right' : 'wrong');
      if (right) onRight();
      else input.current?.focus();
    },
    [typed, code, onRight],
  );
  return (
    <form className="written" noValidate onSubmit={check}>
      <label htmlFor="written">{t('receipt.writtenAsk')}</label>
      {state === 'wrong' && (
        <p className="wrong" id="written-error" role="alert">
          {t('receipt.writtenWrong')}
        </p>
      )}
      {state === 'right' && <p className="kept">{t('receipt.writtenOk')}</p>}
      <div className="inline">
        <input
          id="written"
          ref={input}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={8}
          value={typed}
          aria-invalid={state === 'wrong' ? true : undefined}
          aria-describedby={state === 'wrong' ? 'written-error' : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="button">
          {t('receipt.writtenCheck')}
        </button>
      </div>
    </form>
  );
}

function Gone() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [kept] = useState(() => rememberedReceipt(localStorage, Date.now()));
  return (
    <Page title={kept ? t('receipt.gone') : t('receipt.none')}>
      {kept && (
        <section className="receipt">
          <p className="label">{t('receipt.number')}</p>
          <p className="number">{kept.caseNo}</p>
        </section>
      )}
      <p>{t('receipt.goneHint')}</p>
      <div className="actions">
        <button type="button" className="button primary" onClick={() => void navigate('/p/follow')}>
          {t('receipt.follow')}
        </button>
      </div>
    </Page>
  );
}

/** The clipboard belongs to secure pages; elsewhere, and inside WeChat, the old way still works. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    return;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.setAttribute('readonly', '');
    area.className = 'visually-hidden';
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}
