import { Injectable } from '@nestjs/common';
import {
  BINDING_DOCUMENTS,
  type OrgType,
  REVISION_TARGET_NAMES,
  type RevisionKind,
  type RulebookDocument,
} from '@huiying/contracts';
import type { Answers } from '@huiying/forms';
import { Directory } from '@huiying/platform';

/** Documents whose revision is drafted by whom their own rule says, whoever asks for it (R08.9, R05.10, R13.10). */
const OWN_KIND: Readonly<Partial<Record<RulebookDocument, RevisionKind>>> = {
  D05: 'employee-report-rules',
  D08: 'emergency-plan',
  'registration-form': 'registration-form',
};

/** Which rules a corrective action may have revised: the documents that bind its organisation (R03.10). */
@Injectable()
export class RevisedRules {
  constructor(private readonly directory: Directory) {}

  /** Options of the form. */
  async offered(orgId: string): Promise<{ value: RulebookDocument; label: string }[]> {
    return (await this.of(orgId)).map((document) => ({ value: document, label: REVISION_TARGET_NAMES[document].zh }));
  }

  /** The kind of revision that the chosen document asks for; another document is refused. */
  async read(answers: Answers, orgId: string): Promise<RevisionKind | null> {
    const document = answers.code('rule', await this.of(orgId));
    return document === null ? null : (OWN_KIND[document] ?? 'rulebook');
  }

  private async of(orgId: string): Promise<RulebookDocument[]> {
    const orgType: OrgType = (await this.directory.organisation(orgId))?.orgType ?? 'group';
    // The form of residents' complaints is the property company's (R13.10).
    return BINDING_DOCUMENTS[orgType].filter((one) => one !== 'registration-form' || orgType === 'property-company');
  }
}
