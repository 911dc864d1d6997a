import { Button } from 'antd';
import { useWords } from '../../words/staff-words.js';
import type { ListedAnswer } from '../forms/form-answers.js';
import { Dialog } from '../parts/dialog.js';

export function Answers({ answers, empty }: { answers: ListedAnswer[]; empty: string }) {
  if (answers.length === 0) return <p className="quiet">{empty}</p>;
  return (
    <dl className="answers">
      {answers.map((answer) => (
        <div key={answer.key}>
          <dt>{answer.label}</dt>
          <dd>{answer.text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** 核对: the answers once more before somebody outside is told; one more press, no "are you sure" anywhere else. */
export function CheckAnswers(props: {
  answers: ListedAnswer[];
  busy: boolean;
  /** Why it is read once more; without it: somebody is told. */
  hint?: string;
  onBack: () => void;
  onSend: () => void;
}) {
  const { t } = useWords();
  return (
    <Dialog title={t('tasks.checkTitle')} onClose={props.onBack} wide>
      <p>{props.hint ?? t('tasks.checkHint')}</p>
      <Answers answers={props.answers} empty={t('tasks.noAnswers')} />
      <span className="inline-actions end">
        <Button onClick={props.onBack}>{t('tasks.checkBack')}</Button>
        <Button type="primary" onClick={props.onSend} loading={props.busy}>
          {t('tasks.submit')}
        </Button>
      </span>
    </Dialog>
  );
}
