import type { CaseView } from '@huiying/contracts';
import type { ReactNode } from 'react';
import { longDate, shortDate, weekdayDate } from '../../formats/dates.js';
import { plainYuan } from '../../formats/money.js';
import { useWords } from '../../words/staff-words.js';
import { Fact } from '../parts/facts.js';
import { useCodeNames } from '../parts/code-name.js';
import { Attachment } from './attachment.js';

/** What is on file of the case; blank facts are left out, so that what is there can be read. */
export function Overview({ found }: { found: CaseView }) {
  const { t, language, code } = useWords();
  const name = useCodeNames();
  const flag = (value: boolean | null | undefined) =>
    value === undefined ? '' : value === null ? t('action.notExcluded') : t(value ? 'app.yes' : 'app.no');
  const text = (label: string, value: ReactNode, wide = false) =>
    value ? (
      <Fact key={label} label={label} wide={wide}>
        {value}
      </Fact>
    ) : null;
  return (
    <>
      {found.textMasked && <p className="quiet">{t('case.textMasked')}</p>}
      <dl className="facts-grid">
        {text(t('case.description'), found.description, true)}
        {text(t('case.demand'), found.demand, true)}
        {text(t('case.place'), [found.place.project, found.place.building, found.place.room].filter(Boolean).join(' '))}
        {text(t('case.phase'), name('phase', found.phase))}
        {text(t('case.handoverOn'), found.handoverOn && weekdayDate(found.handoverOn, language))}
        {text(
          t('case.completionAcceptedOn'),
          found.completionAcceptedOn && weekdayDate(found.completionAcceptedOn, language),
        )}
        {text(t('case.channel'), name('channel', found.channel))}
        {text(t('case.receivedAt'), longDate(found.receivedAt, language))}
        {text(t('case.orgType'), name('orgType', found.orgType))}
        {text(t('case.kind'), name('kind', found.kind) || t('case.kindOpen'))}
        {text(
          t('case.suggestedKind'),
          found.suggestedKind &&
            `${name('kind', found.suggestedKind)}${found.suggestedWords.length > 0 ? `（${found.suggestedWords.join('、')}）` : ''}`,
        )}
        {text(t('case.topic'), name('topic', found.topic ?? found.suggestedTopic))}
        {text(t('case.admission'), name('admission', found.admission))}
        {text(t('case.missing'), found.state === 'supplementing' && found.missing.join('、'), true)}
        {text(t('case.complexity'), name('complexity', found.complexity))}
        {text(t('case.process'), code('process', found.handlingProcess))}
        {text(t('case.overseer'), name('role', found.overseer))}
        {text(t('case.respondent'), [found.respondent.unit, found.respondent.person].filter(Boolean).join(' '))}
        {text(t('case.respondentGroup'), found.respondentGroup.map((role) => name('role', role)).join('、'))}
        {text(t('case.amount'), found.amountFen !== null && t('case.yuan', { amount: plainYuan(found.amountFen) }))}
        {text(t('case.households'), found.households > 1 && String(found.households))}
        {text(t('case.proceedings'), found.proceedings && t('app.yes'))}
        {text(t('case.danger'), flag(found.dangerToPersons))}
        {text(t('case.disturbs'), flag(found.disturbsOperation))}
        {text(t('case.harms'), flag(found.harmsStanding))}
        {text(
          t('case.mediaExposure'),
          found.mediaExposure &&
            [
              found.mediaExposure.outlet,
              name('medium', found.mediaExposure.medium),
              weekdayDate(found.mediaExposure.publishedOn, language),
            ].join(' '),
        )}
        {text(t('case.authorities'), found.authorities)}
        {text(t('case.justified'), name('justified', found.justified))}
        {text(t('case.cause'), name('cause', found.causeCode))}
        {text(t('case.explanation'), found.explanation, true)}
        {found.extra.map(({ label, value }) => text(label, value))}
        {text(t('case.promisedOn'), found.promisedOn && weekdayDate(found.promisedOn, language))}
        {text(t('case.emergencyBecause'), name('emergencyCause', found.emergencyBecause), true)}
        {text(
          t('case.rating'),
          found.rating && `${t(ratingKey(found.rating.score))} · ${shortDate(found.rating.at, language)}`,
        )}
        {text(t('case.reviewUntil'), found.reviewUntil && weekdayDate(found.reviewUntil, language))}
        {text(
          t('case.attachments'),
          found.attachments.length > 0 && (
            <ul className="plain-list">
              {found.attachments.map((file) => (
                <Attachment key={file.id} file={file} />
              ))}
            </ul>
          ),
          true,
        )}
      </dl>
    </>
  );
}

const ratingKey = (score: number) => (score <= 2 ? 'rating.bad' : score === 3 ? 'rating.fair' : 'rating.good');
