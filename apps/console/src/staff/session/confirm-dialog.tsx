import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { SignInTrouble } from './sign-in-trouble.js';
import { session } from './session.js';

/**
 * Over the page when something asks for a recent sign-in: whoever sits there now says that it is them; what was typed stays behind
 * it. Never busy: a provider's window that was closed cannot be seen, so that the button opens another.
 */
export function ConfirmDialog({ name }: { name: string }) {
  const { t } = useWords();
  const [trouble, setTrouble] = useState<unknown>();
  const answer = async (confirmed: boolean) => {
    setTrouble(undefined);
    try {
      await session.confirm(confirmed);
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <Dialog title={t('confirm.title')} onClose={() => void answer(false)}>
      <p>{t('confirm.hint')}</p>
      {Boolean(trouble) && <SignInTrouble error={trouble} />}
      <span className="inline-actions end">
        <Button onClick={() => void answer(false)}>{t('confirm.back')}</Button>
        <Button type="primary" onClick={() => void answer(true)}>
          {t('confirm.again', { name })}
        </Button>
      </span>
    </Dialog>
  );
}
