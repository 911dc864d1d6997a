import { Injectable } from '@nestjs/common';
import type {
  ParameterChangeList,
  ParameterChangeView,
  ParameterHistory,
  ParameterPage,
  ParameterReleaseList,
  ParameterView,
  ReleasedFigure,
} from '@huiying/contracts';
import { basename } from 'node:path';
import { Directory, Problem } from '@huiying/platform';
import type { Day } from '@huiying/working-time';
import { ModelPublications } from '../models/model-publications.js';
import { type MetRelease, MetReleases } from './met-releases.js';
import { appliedOn, type KnownFigure, ParameterBook } from './parameter-book.js';
import { isChangeOf, type ParameterChange, ParameterChanges } from './parameter-changes.js';

const PAGE = 100;

/** What people see of the figures. */
@Injectable()
export class ParameterViews {
  constructor(
    private readonly book: ParameterBook,
    private readonly changes: ParameterChanges,
    private readonly met: MetReleases,
    private readonly publications: ModelPublications,
    private readonly directory: Directory,
  ) {}

  /** `q` matches id, rule, name and value; `cursor` = the last id of the page before. */
  async page(q: string, cursor: string | undefined): Promise<ParameterPage> {
    const words = q.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.book.all().filter((figure) => {
      const text = `${figure.id} ${figure.ruleId ?? ''} ${figure.name} ${JSON.stringify(figure.value)}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    const from = cursor === undefined ? 0 : found.findIndex(({ id }) => id === cursor) + 1;
    const shown = found.slice(from, from + PAGE);
    const applied = await this.changes.applied();
    const nameOf = await this.names(applied);
    const met = await this.met.all();
    return {
      items: shown.map((figure) => ({ ...viewOf(figure, applied, nameOf), shippedNow: conflictOf(figure.key, met) })),
      next: from + PAGE < found.length ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  /** @throws Problem 404 `parameter-unknown` */
  async history(id: string, on: Day | undefined): Promise<ParameterHistory> {
    const figure = this.book.find(id);
    if (!figure) throw new Problem('parameter-unknown', 'missing');
    const past = await this.book.past(figure);
    const applied = (await this.changes.applied()).filter((change) => isChangeOf(change, figure));
    const file = basename(figure.model.resourceName);
    const revisions = (await this.publications.published()).filter(({ name }) => basename(name) === file);
    const nameOf = await this.names(
      applied,
      revisions.map(({ approvedBy }) => approvedBy),
    );
    return {
      id,
      on: on === undefined ? null : { day: on, value: appliedOn(past, on) },
      items: past
        .map(({ value, version, since }) => {
          const change = applied.find((one) => one.version === version);
          const revision = revisions.find((one) => one.version === version);
          return {
            value,
            since: since.toISOString(),
            version,
            by: nameOf(change?.authorId ?? revision?.approvedBy ?? 'system'),
            approvedBy: change?.decidedBy ? nameOf(change.decidedBy) : null,
            reason: change?.reason ?? revision?.revisionNo ?? null,
          };
        })
        .reverse(),
      releases: (await this.met.all()).flatMap(({ shippedAt, figures }) =>
        figures
          .filter((one) => one.key === figure.key)
          .map(({ id: _, key: _key, ...outcome }) => ({ ...outcome, at: shippedAt.toISOString() })),
      ),
    };
  }

  /** Releases of the product that met what was changed here. */
  async releases(): Promise<ParameterReleaseList> {
    const met = await this.met.all();
    const seenBy = met.flatMap((one) => one.seenBy ?? []);
    const persons = new Map((await this.directory.persons(seenBy)).map(({ id, name }) => [id, name]));
    return {
      items: met.map((release) => ({
        releaseId: release.releaseId,
        file: release.file,
        at: release.shippedAt.toISOString(),
        whole: release.whole,
        figures: release.figures.map((figure) => this.released(figure)),
        open: release.open,
        seenBy: release.seenBy === null ? null : (persons.get(release.seenBy) ?? release.seenBy),
      })),
    };
  }

  /** A figure that is gone has no name but its id. */
  private released({ key, ...figure }: MetRelease['figures'][number]): ReleasedFigure {
    const known = this.book.all().find((one) => one.key === key);
    const { id = figure.id, name = figure.id, ruleId = null, kind = 'text', unit = '' } = known ?? {};
    return { ...figure, id, name, ruleId, kind, unit };
  }

  async latest(): Promise<ParameterChangeList> {
    const changes = await this.changes.latest();
    const nameOf = await this.names(changes);
    return { items: changes.map((change) => changeView(change, nameOf)) };
  }

  async change(changeId: string): Promise<ParameterChangeView> {
    const found = await this.changes.find(changeId);
    if (!found) throw new Problem('not-found', 'missing');
    return changeView(found, await this.names([found]));
  }

  /** Names of those who changed something; who left keeps the id. */
  private async names(
    changes: readonly ParameterChange[],
    others: readonly string[] = [],
  ): Promise<(id: string) => string> {
    const ids = changes.flatMap(({ authorId, decidedBy }) => (decidedBy === null ? [authorId] : [authorId, decidedBy]));
    const persons = await this.directory.persons([...new Set([...ids, ...others])]);
    const names = new Map(persons.map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? id;
  }
}

function conflictOf(key: string, met: readonly MetRelease[]): ParameterView['shippedNow'] {
  const figures = met.filter(({ open }) => open).flatMap((one) => one.figures);
  return figures.find((figure) => figure.key === key && figure.state === 'conflict')?.shippedNow ?? null;
}

function viewOf(
  { place: _place, key, model, ...figure }: KnownFigure,
  applied: readonly ParameterChange[],
  nameOf: (id: string) => string,
): Omit<ParameterView, 'shippedNow'> {
  const last = applied.findLast((change) => isChangeOf(change, { id: figure.id, key }));
  // A release may have put another value in its place.
  const change = JSON.stringify(last?.after) === JSON.stringify(figure.value) ? last : undefined;
  const since = change?.appliedAt ?? model.publishedAt;
  return { ...figure, since: since.toISOString(), by: nameOf(change?.authorId ?? 'system') };
}

function changeView(change: ParameterChange, nameOf: (id: string) => string): ParameterChangeView {
  const { id, figureId, before, after, reason, effectiveOn, state, authorId, proposedAt, decidedBy, version } = change;
  return {
    changeId: id,
    id: figureId,
    before,
    after,
    reason,
    from: effectiveOn,
    state,
    author: nameOf(authorId),
    proposedAt: proposedAt.toISOString(),
    decidedBy: decidedBy === null ? null : nameOf(decidedBy),
    version,
  };
}
