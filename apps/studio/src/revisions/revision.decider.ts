import type { Posts, RevisionKind, RevisionTarget } from '@huiying/contracts';

/** Documents that a kind of revision changes, where there is but one. */
const ONLY_TARGET: Readonly<Partial<Record<RevisionKind, RevisionTarget>>> = {
  'emergency-plan': 'D08',
  'employee-report-rules': 'D05',
  'registration-form': 'registration-form',
  process: 'model',
  decision: 'model',
};

/** What event revision.approved calls the kind. */
const TOLD: Readonly<Record<RevisionKind, 'plan' | 'process' | 'decision' | 'rulebook'>> = {
  'emergency-plan': 'plan',
  process: 'process',
  decision: 'decision',
  rulebook: 'rulebook',
  'employee-report-rules': 'rulebook',
  'registration-form': 'rulebook',
};

/**
 * Who drafts (R08.9, R05.10, R13.10): the emergency plan its leading group, the rules on employee reports management, the registration
 * form the general office alone; the rest, where whoever asks names nobody, the management representative.
 */
export function drafterOf(kind: RevisionKind, posts: Pick<Posts, 'emergencyLead'>): string {
  switch (kind) {
    case 'emergency-plan':
      return posts.emergencyLead[0] ?? 'emergency-leading-group';
    case 'employee-report-rules':
      return 'management';
    case 'registration-form':
      return 'general-office';
    case 'process':
    case 'decision':
    case 'rulebook':
      return 'management-representative';
  }
}

/** The only target of a kind, null where a document of the rulebook is chosen. */
export function targetOf(kind: RevisionKind): RevisionTarget | null {
  return ONLY_TARGET[kind] ?? null;
}

/** May a revision of this kind change that? */
export function changes(kind: RevisionKind, target: RevisionTarget): boolean {
  const only = targetOf(kind);
  return only === null ? target !== 'model' && target !== 'registration-form' : target === only;
}

export function toldAs(kind: RevisionKind): 'plan' | 'process' | 'decision' | 'rulebook' {
  return TOLD[kind];
}
