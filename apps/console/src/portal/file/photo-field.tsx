import { useRef, useState, useSyncExternalStore } from 'react';
import { useWords } from '../../words/portal-words.js';
import { MOST_FILES, type PhotoQueue, type QueuedPhoto } from './photo-queue.js';

/** Photos first or later; each with its progress, retry and removal. No `capture`, so that camera and album are both offered. */
export function PhotoField({ queue }: { queue: PhotoQueue }) {
  const { t } = useWords();
  const photos = useSyncExternalStore(queue.subscribe, queue.snapshot);
  const [left, setLeft] = useState(0);
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="field" role="group" aria-labelledby="photos-label" aria-describedby="photos-hint">
      <p className="label" id="photos-label">
        {t('file.photos')} <span className="quiet">{t('file.photosCount', { count: photos.length })}</span>
      </p>
      <p className="hint" id="photos-hint">
        {t('file.photosHint')}
      </p>
      {photos.length > 0 && (
        <ul className="photos">
          {photos.map((photo, index) => (
            <PhotoRow key={photo.id} queue={queue} photo={photo} name={t('file.photo.name', { n: index + 1 })} />
          ))}
        </ul>
      )}
      <input
        ref={picker}
        id="q-photos"
        className="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={t('file.photosAdd')}
        accept="image/jpeg,image/png,image/webp,image/heic,application/pdf"
        onChange={(event) => {
          setLeft(queue.add([...(event.target.files ?? [])]).left);
          event.target.value = '';
        }}
      />
      {photos.length < MOST_FILES && (
        <button type="button" className="button add" onClick={() => picker.current?.click()}>
          <span aria-hidden="true">＋</span> {t('file.photosAdd')}
        </button>
      )}
      {left > 0 && (
        <p className="wrong" role="alert">
          {t('file.photo.tooMany')}
        </p>
      )}
    </div>
  );
}

function PhotoRow({ queue, photo, name }: { queue: PhotoQueue; photo: QueuedPhoto; name: string }) {
  const { t } = useWords();
  const megabytes = (photo.bytes / 1024 / 1024).toFixed(1);
  const said = {
    waiting: t('file.photo.waiting'),
    uploading: t('file.photo.uploading', { percent: photo.percent }),
    done: t('file.photo.done'),
    failed: t('file.photo.failed'),
    format: t('file.photo.format'),
    'too-large': t(photo.pdf ? 'file.photo.pdfTooLarge' : 'file.photo.tooLarge', { size: megabytes }),
  }[photo.state];
  const refused = photo.state === 'failed' || photo.state === 'format' || photo.state === 'too-large';
  return (
    <li className="photo">
      {photo.thumbnail ? (
        <img src={photo.thumbnail} alt={name} width={56} height={56} />
      ) : (
        <span className="photo-blank" aria-hidden="true">
          {photo.pdf ? 'PDF' : ''}
        </span>
      )}
      <span className="photo-text">
        <span>{name}</span>
        <span className={refused ? 'wrong' : 'quiet'} aria-live="polite">
          {said}
        </span>
        {photo.state === 'uploading' && <progress max={100} value={photo.percent} aria-hidden="true" />}
      </span>
      <span className="photo-actions">
        {photo.state === 'failed' && (
          <button type="button" className="plain" onClick={() => queue.retry(photo.id)}>
            {t('file.photo.retry')}
          </button>
        )}
        {photo.state === 'too-large' && !photo.pdf && (
          <button type="button" className="plain" onClick={() => void queue.shrink(photo.id)}>
            {t('file.photo.shrink')}
          </button>
        )}
        <button
          type="button"
          className="plain"
          aria-label={t('file.photo.removeNamed', { name })}
          onClick={() => queue.remove(photo.id)}
        >
          {t('file.photo.remove')}
        </button>
      </span>
    </li>
  );
}
