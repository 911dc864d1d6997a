import type { RegistrationForm } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useWords } from '../../words/staff-words.js';
import { Labelled } from '../parts/labelled.js';
import { api } from '../session/session.js';

/** Fields that the organisation added to its registration form (R13.10); a person without the form is told so before typing. */
export function OwnFields(props: {
  organisationId: string;
  answers: Record<string, string>;
  errorOf: (key: string) => string | undefined;
  onAnswer: (key: string, value: string) => void;
}) {
  const { t } = useWords();
  const { organisationId, answers } = props;
  const query = organisationId ? `?organisationId=${encodeURIComponent(organisationId)}` : '';
  const form = useQuery({
    queryKey: ['registration-form', organisationId],
    queryFn: ({ signal }) => api<RegistrationForm>(`/api/intake/registration-form${query}`, { signal }),
    staleTime: 60_000,
  });
  if (!form.data) return null;
  if (!form.data.mayRegister) return <p className="wrong">{t('desk.noForm')}</p>;
  if (form.data.fields.length === 0) return null;
  return (
    <fieldset className="panel grid">
      <legend>{t('desk.ownFields')}</legend>
      {form.data.fields.map(({ key, label, required }) => (
        <Labelled key={key} id={`entry-${key}`} label={label} required={required} error={props.errorOf(key)}>
          {(a) => (
            <Input
              {...a}
              value={answers[key] ?? ''}
              maxLength={500}
              onChange={(event) => props.onAnswer(key, event.target.value)}
            />
          )}
        </Labelled>
      ))}
    </fieldset>
  );
}
