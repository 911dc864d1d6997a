import type { FollowedCase, FollowedMessage } from '@huiying/contracts';
import { useEffect, useState } from 'react';
import { dayDate, shortDate, timeOfDay } from '../../formats/dates.js';
import { groupCode } from '../../formats/tracking-code.js';
import { useWords } from '../../words/portal-words.js';
import { forgetCode, rememberedReceipt } from '../file/filing.js';
import { LetterText } from './letter-text.js';
import type { Pair } from './followed.js';

export type FollowAct = 'supplement' | 'rating' | 'appeal' | 'withdrawal';

/** What is owed comes first, then the state in words, the six steps, the messages, and at the end the way out. */
export function CaseView(props: {
  found: FollowedCase;
  pair: Pair;
  said: string;
  readAt: string;
  onAct: (act: FollowAct) => void;
}) {
  const { t, language, pick } = useWords();
  const { found, onAct } = props;
  const again = useCodeOnceMore(props.pair);
  return (
    <>
      <p className="number small">{found.caseNo}</p>
      {props.said && (
        <p className="kept" role="status">
          {props.said}
        </p>
      )}
      {again && (
        <p className="note">
          {t('follow.again')}
          <br />
          <strong className="code">{groupCode(again)}</strong>
        </p>
      )}
      {found.duties.length > 0 && (
        <section className="duties" aria-labelledby="duties">
          <h2 id="duties">{t('follow.do')}</h2>
          {found.duties.map((duty) => (
            <div className="duty" key={duty.duty}>
              <p className="duty-title">{t(duty.duty === 'supplement' ? 'follow.supplement' : 'follow.rate')}</p>
              {duty.missing.length > 0 && (
                <ul className="facts">
                  {duty.missing.map((item) => (
                    <li key={item}>{item}</li>
                  ))}
                </ul>
              )}
              {duty.until && (
                <p>
                  {t(duty.duty === 'supplement' ? 'follow.supplementUntil' : 'follow.rateUntil', {
                    date: dayDate(duty.until, language),
                  })}
                </p>
              )}
              <button type="button" className="button primary" onClick={() => onAct(duty.duty)}>
                {t(duty.duty === 'supplement' ? 'follow.goSupplement' : 'follow.goRate')}
              </button>
            </div>
          ))}
        </section>
      )}
      <p className="status" aria-live="polite">
        {pick(found.status)}
      </p>
      <p className="quiet">
        {[
          found.organisation,
          found.handledBy && t('follow.handledBy', { unit: found.handledBy }),
          found.owner && t('follow.owner', { name: found.owner }),
          found.replyBy && t('follow.replyBy', { date: dayDate(found.replyBy, language) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Steps found={found} />
      {found.may.appeal && (
        <p className="note">
          {found.reviewUntil &&
            t(found.reviewOver ? 'follow.appealOver' : 'follow.appealUntil', {
              date: dayDate(found.reviewUntil, language),
            })}
          <button type="button" className="button" onClick={() => onAct('appeal')}>
            {t('follow.appeal')}
          </button>
        </p>
      )}
      <h2>{t('follow.messages')}</h2>
      <Messages found={found} />
      <details>
        <summary>{t('follow.yourText')}</summary>
        <p className="their-text">{found.description}</p>
      </details>
      {found.contactSeen.length > 0 && (
        <details>
          <summary>{t('follow.contactSeen', { count: found.contactSeen.length })}</summary>
          <ul className="facts">
            {found.contactSeen.map(({ at, unit, reason }) => (
              <li key={at + unit}>
                {shortDate(at, language)} {unit}
                <br />
                <span className="quiet">{t('follow.contactSeenFor', { reason })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="row-actions">
        {found.may.supplement && (
          <button type="button" className="button" onClick={() => onAct('supplement')}>
            {t('follow.addMore')}
          </button>
        )}
        {found.may.rate && !found.duties.some((duty) => duty.duty === 'rating') && (
          <button type="button" className="button" onClick={() => onAct('rating')}>
            {t(found.rating ? 'follow.rateAgain' : 'follow.goRate')}
          </button>
        )}
        {found.may.withdraw && (
          <button type="button" className="button" onClick={() => onAct('withdrawal')}>
            {t('follow.withdraw')}
          </button>
        )}
      </div>
      <p className="quiet">{t('follow.updated', { time: timeOfDay(props.readAt) })}</p>
    </>
  );
}

function Steps({ found }: { found: FollowedCase }) {
  const { t, language, pick } = useWords();
  return (
    <>
      <h2>{t('follow.steps')}</h2>
      <ol className="steps">
        {found.steps.map((step) => (
          <li
            key={step.step}
            className={`step-${step.state}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <span className="step-mark" aria-hidden="true" />
            <span>
              {pick(step.title)} <span className="visually-hidden">{t(`follow.stepState.${step.state}`)}</span>
            </span>
            {step.at && <span className="quiet">{shortDate(step.at, language)}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}

function Messages({ found }: { found: FollowedCase }) {
  const { t, language, pick } = useWords();
  const known = new Set(found.messages.map((message) => message.id));
  const notices = found.notices
    .filter((notice) => !known.has(notice.id))
    .map<FollowedMessage>((notice) => ({ ...notice, direction: 'out', kind: 'notice', files: 0 }));
  const messages = [...found.messages, ...notices].sort((a, b) => b.at.localeCompare(a.at));
  if (messages.length === 0) return <p className="quiet">{t('follow.noMessages')}</p>;
  return (
    <ul className="messages">
      {messages.map((message) => (
        <li key={message.id} className={message.direction === 'in' ? 'from-you' : 'from-us'}>
          <p className="message-head">
            <strong>{pick(message.title)}</strong>
            <span className="quiet">
              {t(message.direction === 'in' ? 'follow.fromYou' : 'follow.fromUs')} · {shortDate(message.at, language)}
            </span>
          </p>
          {message.text &&
            (message.direction === 'out' ? (
              <LetterText text={message.text} />
            ) : (
              <p className="their-text">{message.text}</p>
            ))}
          {message.files > 0 && <p className="quiet">{t('follow.files', { count: message.files })}</p>}
        </li>
      ))}
    </ul>
  );
}

/** The code of a case filed on this phone, one second look within 24 h. */
function useCodeOnceMore(pair: Pair): string | undefined {
  const [code] = useState(() => {
    const kept = rememberedReceipt(localStorage, Date.now());
    return kept?.caseNo === pair.caseNo ? kept.trackingCode : undefined;
  });
  useEffect(() => {
    if (code) forgetCode(localStorage, Date.now());
  }, [code]);
  return code;
}
