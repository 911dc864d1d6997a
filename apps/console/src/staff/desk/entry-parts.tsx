import type { PortalOrganisation } from '@huiying/contracts';
import { KINDS, RESPONDENT_TYPES, TOPICS } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useWords } from '../../words/staff-words.js';
import { useCodeNames } from '../parts/code-name.js';
import { api } from '../session/session.js';
import { EntryChoice, type EntryInHand, EntryLines, EntryText } from './entry-field.js';

/** 谁: how the complainant is reached, unless they do not want to be known. */
export function WhoPart({ hand }: { hand: EntryInHand }) {
  const { t } = useWords();
  const { anonymous } = hand.entry;
  const own = { hand, disabled: anonymous, autoComplete: 'off' };
  return (
    <fieldset className="panel grid">
      <legend>{t('desk.who')}</legend>
      <EntryText {...own} field="phone" inputMode="tel" />
      <EntryText {...own} field="name" required={!anonymous} />
      <EntryText {...own} field="email" inputMode="email" />
      <EntryText {...own} field="address" className="span-2" />
      <Checkbox
        id="entry-anonymous"
        checked={anonymous}
        onChange={({ target: { checked } }) =>
          hand.change({ anonymous: checked, ...(checked && { name: '', phone: '', email: '', address: '' }) })
        }
      >
        {t('desk.anonymous')}
      </Checkbox>
    </fieldset>
  );
}

/** 什么事: what happened where, what is asked for, how much is at stake. */
export function WhatPart({ hand }: { hand: EntryInHand }) {
  const { t } = useWords();
  return (
    <fieldset className="panel grid">
      <legend>{t('desk.what')}</legend>
      <EntryLines hand={hand} field="description" required className="span-3" rows={4} maxLength={10000} />
      <EntryText hand={hand} field="demand" className="span-2" maxLength={500} />
      <EntryText hand={hand} field="promisedOn" type="date" />
      <EntryText hand={hand} field="project" />
      <EntryText hand={hand} field="building" />
      <EntryText hand={hand} field="room" autoComplete="off" />
      <EntryText hand={hand} field="amount" inputMode="decimal" />
      <EntryText hand={hand} field="households" inputMode="numeric" />
      <EntryChoice
        hand={hand}
        field="danger"
        options={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: t(`app.${value}`) }))}
      />
    </fieldset>
  );
}

/** 关于谁: whose complaint it is, about whom, of what kind, and what was explained at once. */
export function AboutPart({ hand }: { hand: EntryInHand }) {
  const { t } = useWords();
  const name = useCodeNames();
  const organisations = useQuery({
    queryKey: ['organisations'],
    queryFn: ({ signal }) => api<PortalOrganisation[]>('/api/portal/organisations', { signal }),
    staleTime: Infinity,
  });
  const options = (list: 'kind' | 'topic' | 'respondentType', codes: readonly string[]) =>
    codes.map((value) => ({ value, label: name(list, value) }));
  return (
    <fieldset className="panel grid">
      <legend>{t('desk.about')}</legend>
      <EntryChoice
        hand={hand}
        field="organisationId"
        long
        options={(organisations.data ?? []).map(({ id, name: label }) => ({ value: id, label }))}
      />
      <EntryChoice hand={hand} field="respondentType" options={options('respondentType', RESPONDENT_TYPES)} />
      <EntryText hand={hand} field="respondentUnit" />
      <EntryText hand={hand} field="respondentPerson" autoComplete="off" />
      <EntryChoice hand={hand} field="topic" long options={options('topic', TOPICS)} />
      <EntryChoice hand={hand} field="kind" long options={options('kind', KINDS)} />
      <EntryLines hand={hand} field="explanation" className="span-2" rows={2} maxLength={500} />
      <EntryChoice
        hand={hand}
        field="explained"
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`app.${value}`) }))}
      />
    </fieldset>
  );
}
