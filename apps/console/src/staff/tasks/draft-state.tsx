import { Alert, Button } from 'antd';
import { timeOfDay } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import type { useTaskDraft } from './task-draft.js';

type Draft = ReturnType<typeof useTaskDraft>;

/** Where what was typed is by now. @param failed words for one that the server did not take */
export function useDraftWords({ status, savedAt }: Draft, failed?: string): string {
  const { t } = useWords();
  return {
    clean: '',
    dirty: t('draft.dirty'),
    saving: t('draft.saving'),
    saved: savedAt ? t('draft.saved', { time: timeOfDay(savedAt) }) : '',
    failed: failed ?? t('draft.failed'),
    newer: '',
  }[status];
}

/** Another window saved meanwhile: the person says which of the two counts. */
export function DraftNewer({ draft, onReload }: { draft: Draft; onReload: () => Promise<void> }) {
  const { t } = useWords();
  if (draft.status !== 'newer') return null;
  return (
    <Alert
      type="warning"
      role="alert"
      title={t('draft.newer')}
      action={
        <span className="inline-actions">
          <Button
            onClick={() => {
              draft.discard();
              void onReload();
            }}
          >
            {t('draft.useIt')}
          </Button>
          <Button onClick={() => void draft.save(true)}>{t('draft.keepMine')}</Button>
        </span>
      }
    />
  );
}
