import { useWords } from '../../words/portal-words.js';
import { maskPhone } from '../../formats/masks.js';
import type { DraftStep } from './draft.js';
import type { StepProps } from './step-props.js';
import type { QueuedPhoto } from './photo-queue.js';

export function CheckStep(
  props: StepProps & {
    steps: DraftStep[];
    photos: readonly QueuedPhoto[];
    onChange: (step: number) => void;
    read: boolean;
    onRead: (read: boolean) => void;
  },
) {
  const { t } = useWords();
  const { draft, steps, photos } = props;
  const place = [draft.project, draft.building, draft.room].map((part) => part.trim()).filter(Boolean);
  const pending = photos.filter((photo) => photo.state === 'waiting' || photo.state === 'uploading').length;
  const contact = draft.anonymous
    ? t('file.anonymousShown')
    : [draft.name.trim(), maskPhone(draft.phone.trim())].filter(Boolean).join(' ');
  const row = (step: DraftStep, label: string, lines: string[]) =>
    steps.includes(step) && (
      <div className="check-row" key={label}>
        <dt>{label}</dt>
        <dd>
          {lines.filter(Boolean).map((line) => (
            <p key={line}>{line}</p>
          ))}
          {lines.every((line) => !line) && <p className="quiet">{t('file.noText')}</p>}
          <button
            type="button"
            className="plain"
            aria-label={`${t('file.change')} ${label}`}
            onClick={() => props.onChange(steps.indexOf(step) + 1)}
          >
            {t('file.change')}
          </button>
        </dd>
      </div>
    );
  return (
    <>
      <dl className="check">
        {row('what', draft.inquiry ? t('file.step.ask') : t('file.step.what'), [
          draft.description.trim(),
          draft.demand.trim(),
        ])}
        {row('what', t('file.photos'), [
          photos.length > 0 ? t('file.photosCounted', { count: photos.length }) : t('file.photosNone'),
          pending > 0 ? t('file.photosPending', { count: pending }) : '',
        ])}
        {row('where', t('file.step.where'), [place.join(' '), draft.respondent.trim()])}
        {row('who', t('file.step.who'), [contact, draft.anonymous ? '' : draft.email.trim()])}
      </dl>
      <details className="privacy">
        <summary>{t('app.privacy')}</summary>
        <p>{t('file.privacyText')}</p>
      </details>
      <div className={props.wrong('privacy') ? 'field field-wrong' : 'field'}>
        {props.wrong('privacy') && (
          <p className="wrong" id="q-privacy-error">
            {props.wrong('privacy')}
          </p>
        )}
        <label className="choice block">
          <input
            id="q-privacy"
            type="checkbox"
            checked={props.read}
            aria-describedby={props.wrong('privacy') ? 'q-privacy-error' : undefined}
            aria-invalid={props.wrong('privacy') ? true : undefined}
            onChange={(event) => props.onRead(event.target.checked)}
          />
          <span>{t('file.privacy')}</span>
        </label>
      </div>
    </>
  );
}
