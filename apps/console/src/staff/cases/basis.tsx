import type { RulebookDocument, RulebookVersions, RulebookView } from '@huiying/contracts';
import { REVISION_TARGET_NAMES } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { clausesOf, documentOf, textIn } from './clauses.js';

/** The rulebook as it was when the case was accepted (R06.6); one request for all steps of the page. */
function useClauses(caseNo: string) {
  const { language } = useWords();
  const rules = useQuery({
    queryKey: ['case-rulebook', caseNo],
    queryFn: ({ signal }) => api<RulebookView>(`/api/rulebook/cases/${encodeURIComponent(caseNo)}`, { signal }),
    staleTime: Infinity,
  });
  return useMemo(() => clausesOf(rules.data?.items ?? [], language), [rules.data, language]);
}

/** 依据: the rules that a step follows, in words; pressing one opens its text. */
export function Basis({ ids, caseNo }: { ids: readonly string[]; caseNo: string }) {
  const { t } = useWords();
  const clauses = useClauses(caseNo);
  const [open, setOpen] = useState<string>();
  if (ids.length === 0) return null;
  return (
    <div className="basis">
      <span className="quiet">{t('basis.label')}</span>
      {ids.map((id) => (
        <Button key={id} type="link" size="small" aria-haspopup="dialog" onClick={() => setOpen(id)}>
          {id} {clauses.get(id)?.title ?? nameOf(documentOf(id))}
        </Button>
      ))}
      {open !== undefined && <ClauseDialog id={open} caseNo={caseNo} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

function ClauseDialog({ id, caseNo, onClose }: { id: string; caseNo: string; onClose: () => void }) {
  const { t, language } = useWords();
  const bound = useClauses(caseNo).get(id);
  // A rule of a regulation that binds another kind of organisation, which the product carries out for all: its text as it is.
  const versions = useQuery({
    queryKey: ['rulebook-versions', documentOf(id)],
    queryFn: ({ signal }) => api<RulebookVersions>(`/api/rulebook/${documentOf(id)}/versions`, { signal }),
    enabled: bound === undefined,
  });
  const clause = bound ?? clausesOf(versions.data?.items.slice(0, 1) ?? [], language).get(id);
  return (
    <Dialog title={clause ? `${id} ${clause.title}` : id} onClose={onClose}>
      {!clause && versions.isPending && <Loading rows={2} />}
      {!clause && versions.isError && <Trouble error={versions.error} onRetry={() => void versions.refetch()} />}
      {!clause && versions.isSuccess && <p>{t('basis.gone')}</p>}
      {clause && (
        <>
          <p className="quiet">
            {nameOf(clause.document.document)} ·{' '}
            {clause.document.version === 1
              ? t('rulebook.source')
              : t('rulebook.version', { version: clause.document.version, day: clause.document.effectiveOn })}
          </p>
          <p className="pre-line">{clause.text}</p>
          <details>
            <summary>{t('basis.whole')}</summary>
            <p className="pre-line">{textIn(clause.document, language)}</p>
          </details>
        </>
      )}
      <span className="inline-actions end">
        <Button onClick={onClose}>{t('app.close')}</Button>
      </span>
    </Dialog>
  );
}

/** 《…》: titles of regulations are Chinese in both languages. */
function nameOf(document: string): string {
  const name = REVISION_TARGET_NAMES[document as RulebookDocument]?.zh ?? document;
  return `《${name.replace(/^D\d+\s*/, '')}》`;
}
