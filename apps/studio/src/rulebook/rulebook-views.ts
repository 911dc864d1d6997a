import { Injectable } from '@nestjs/common';
import {
  BINDING_DOCUMENTS,
  type InternalRegistrationForm,
  REVISION_TARGET_NAMES,
  type RulebookDocument,
  type RulebookText,
  type RulebookVersions,
  type RulebookView,
} from '@huiying/contracts';
import { Clock, Directory, Problem } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import { dayOf, type Day } from '@huiying/working-time';
import { FIRST_TEXTS_EN } from './first-texts.en.js';
import { lineDiff } from './line-diff.js';
import { Rulebook, type RulebookVersion } from './rulebook.js';

/** Whose version 1 is that of the source regulations. */
const SOURCE = '*';

/** What people read of the rulebook. */
@Injectable()
export class RulebookViews {
  constructor(
    private readonly rulebook: Rulebook,
    private readonly directory: Directory,
    private readonly cases: CaseFacts,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 `not-found` for an organisation that the directory does not know */
  async at(orgId: string, at: Day = this.today()): Promise<RulebookView> {
    const organisation = await this.directory.organisation(orgId);
    if (!organisation) throw new Problem('not-found', 'missing');
    const versions = await Promise.all(
      BINDING_DOCUMENTS[organisation.orgType].map((document) => this.rulebook.inForce(document, organisation.id, at)),
    );
    return { orgId: organisation.id, at, items: versions.flatMap((version) => (version ? [textOf(version)] : [])) };
  }

  /** R06.6: the rules as they were when the case was accepted; before that as they are. */
  async ofCase(caseNo: string): Promise<RulebookView> {
    const accepted = await this.rulebook.dayOfCase(caseNo);
    if (accepted) return this.at(accepted.orgId, accepted.acceptedOn);
    return this.at((await this.cases.now(caseNo)).orgId);
  }

  /** Newest first, each with its difference from the one that it took the place of. */
  async versions(document: RulebookDocument, orgId: string): Promise<RulebookVersions> {
    const versions = await this.rulebook.versions(document, orgId);
    const persons = await this.directory.persons(versions.flatMap((one) => [one.draftedBy, one.approvedBy]));
    const nameOf = (id: string) => persons.find((person) => person.id === id)?.name ?? id;
    return {
      items: versions.map((version, index) => ({
        ...textOf(version),
        revisionNo: version.revisionNo,
        reason: version.reason,
        draftedBy: nameOf(version.draftedBy),
        approvedBy: nameOf(version.approvedBy),
        publishedAt: version.publishedAt.toISOString(),
        diff: lineDiff(versions[index + 1]?.content ?? version.content, version.content),
      })),
    };
  }

  async registrationForm(orgId: string): Promise<InternalRegistrationForm> {
    const found = await this.rulebook.inForce('registration-form', orgId, this.today());
    return { version: found?.version ?? 1, fields: found?.fields ?? [] };
  }

  private today(): Day {
    return dayOf(this.clock.now());
  }
}

function textOf({ document, orgId, version, effectiveOn, content, fields }: RulebookVersion): RulebookText {
  const textEn = orgId === SOURCE && version === 1 ? (FIRST_TEXTS_EN[document] ?? null) : null;
  return { document, title: REVISION_TARGET_NAMES[document].zh, version, effectiveOn, text: content, textEn, fields };
}
