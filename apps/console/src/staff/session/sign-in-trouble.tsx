import { Alert } from 'antd';
import { useWords } from '../../words/staff-words.js';
import { Trouble } from '../parts/states.js';
import { ProviderRefusal } from './provider.js';

/** Why a sign-in did not come about, and what to do; what the provider said is none of the person's business. */
export function SignInTrouble({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useWords();
  if (!(error instanceof ProviderRefusal)) return <Trouble error={error} {...(onRetry ? { onRetry } : {})} />;
  const { message } = error;
  const text =
    message === 'no window'
      ? t('signIn.noWindow')
      : message === 'another person'
        ? t('signIn.anotherPerson')
        : t('signIn.refused');
  return <Alert className="trouble" type="error" role="alert" title={text} />;
}
