import type { FiledComplaint } from '@huiying/contracts';
import { CHANNELS } from '@huiying/contracts';
import { Button, Checkbox, Radio } from 'antd';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useWords } from '../../words/staff-words.js';
import { useCodeNames } from '../parts/code-name.js';
import { PageHead } from '../parts/page.js';
import { Trouble } from '../parts/states.js';
import { FaultSummary } from '../tasks/fault-summary.js';
import type { EntryInHand } from './entry-field.js';
import { AboutPart, WhatPart, WhoPart } from './entry-parts.js';
import { OwnFields } from './own-fields.js';
import { EMPTY_ENTRY, isSpoken } from './registration.js';
import { Related } from './related.js';
import { Registered } from './registered.js';
import { useEntry } from './use-entry.js';
import { useRegistration } from './use-registration.js';

/** D1 登记: can I finish the entry while the person is still on the phone? */
export function RegisterPage() {
  const { t } = useWords();
  const [entry, setEntry] = useEntry();
  const [filed, setFiled] = useState<FiledComplaint>();
  const { save, busy, trouble, faults, errorOf } = useRegistration(entry, (done) => {
    setFiled(done);
    setEntry(EMPTY_ENTRY);
  });
  const hand: EntryInHand = { entry, change: (change) => setEntry({ ...entry, ...change }), errorOf };

  /** Alt and a figure choose the channel, Ctrl+S saves. */
  const keys = (event: KeyboardEvent) => {
    if (event.altKey && /^[1-8]$/.test(event.key)) {
      event.preventDefault();
      hand.change({ channel: CHANNELS[Number(event.key) - 1] ?? entry.channel });
    }
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      void save();
    }
  };

  if (filed) return <Registered filed={filed} onNext={() => setFiled(undefined)} />;
  return (
    <>
      <PageHead title={t('desk.newTitle')} area={t('desk.title')} />
      <div className="register" onKeyDown={keys}>
        <form
          noValidate
          className="register-form"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void save();
          }}
        >
          {faults && faults.list.length > 0 && <FaultSummary {...faults} onGo={goTo} />}
          {Boolean(trouble) && <Trouble error={trouble} onRetry={() => void save()} />}
          <ChannelPart hand={hand} />
          <WhoPart hand={hand} />
          <WhatPart hand={hand} />
          <OwnFields
            organisationId={entry.organisationId}
            answers={entry.extra}
            errorOf={errorOf}
            onAnswer={(key, value) => hand.change({ extra: { ...entry.extra, [key]: value } })}
          />
          <AboutPart hand={hand} />
          <div className="form-bar">
            {isSpoken(entry.channel) ? <ReadBack hand={hand} /> : <span />}
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('desk.save')}
            </Button>
          </div>
        </form>
        <Related
          entry={entry}
          onLink={(masterNo) => hand.change({ masterNo: entry.masterNo === masterNo ? '' : masterNo })}
          onSuggested={hand.change}
        />
      </div>
    </>
  );
}

function ChannelPart({ hand: { entry, change } }: { hand: EntryInHand }) {
  const { t } = useWords();
  const name = useCodeNames();
  return (
    <fieldset className="panel">
      <legend>{t('desk.channel')}</legend>
      <Radio.Group
        value={entry.channel}
        onChange={(event) => change({ channel: event.target.value as string })}
        options={CHANNELS.map((value) => ({ value, label: name('channel', value) }))}
      />
    </fieldset>
  );
}

/** 已复述: what was told by word of mouth is read back before it is saved. */
function ReadBack({ hand: { entry, change, errorOf } }: { hand: EntryInHand }) {
  const { t } = useWords();
  const wrong = errorOf('readBack');
  return (
    <span>
      {wrong && <span className="wrong">{wrong} </span>}
      <Checkbox
        id="entry-readBack"
        checked={entry.readBack}
        onChange={(event) => change({ readBack: event.target.checked })}
      >
        {t('desk.readBack')}
      </Checkbox>
    </span>
  );
}

function goTo(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: 'center' });
  document.getElementById(id)?.focus();
}
