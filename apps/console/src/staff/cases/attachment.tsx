import type { CaseAttachment } from '@huiying/contracts';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { shortDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** A file of the case. Pictures are shown here; everything else is only saved, never opened inside the console. */
export function Attachment({ file }: { file: CaseAttachment }) {
  const { t, language } = useWords();
  const [picture, setPicture] = useState<string>();
  const [trouble, setTrouble] = useState<unknown>();
  useEffect(
    () => () => {
      if (picture) URL.revokeObjectURL(picture);
    },
    [picture],
  );
  const open = async () => {
    setTrouble(undefined);
    try {
      const blob = await api<Blob>(`/api/attachments/${encodeURIComponent(file.id)}`, { file: true });
      if (file.contentType.startsWith('image/')) setPicture(URL.createObjectURL(blob));
      else save(blob, file.name);
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <li>
      <Button size="small" onClick={() => void open()}>
        {file.name}
      </Button>{' '}
      <span className="quiet">
        {t('case.fileSize', { size: Math.max(1, Math.round(file.bytes / 1024)) })} · {t(`case.from.${file.from}`)} ·{' '}
        {shortDate(file.at, language)}
      </span>
      {Boolean(trouble) && <Trouble error={trouble} onRetry={() => void open()} />}
      {picture && (
        <Dialog title={file.name} onClose={() => setPicture(undefined)} wide>
          <img className="case-picture" src={picture} alt={file.name} />
          <span className="inline-actions end">
            <Button onClick={() => setPicture(undefined)}>{t('app.close')}</Button>
          </span>
        </Dialog>
      )}
    </li>
  );
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
