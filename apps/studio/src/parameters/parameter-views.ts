import { Injectable } from '@nestjs/common';
import type {
  ParameterChangeList,
  ParameterChangeView,
  ParameterHistory,
  ParameterPage,
  ParameterView,
} from '@huiying/contracts';
import { Problem } from '@huiying/platform';
import type { Day } from '@huiying/working-time';
import { appliedOn, type KnownFigure, ParameterBook } from './parameter-book.js';
import { type ParameterChange, ParameterChanges } from './parameter-changes.js';

const PAGE = 100;

/** What people see of the figures. */
@Injectable()
export class ParameterViews {
  constructor(
    private readonly book: ParameterBook,
    private readonly changes: ParameterChanges,
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
    return {
      items: shown.map((figure) => viewOf(figure, applied)),
      next: from + PAGE < found.length ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  /** @throws Problem 404 `parameter-unknown` */
  async history(id: string, on: Day | undefined): Promise<ParameterHistory> {
    const figure = this.book.find(id);
    if (!figure) throw new Problem('parameter-unknown', 'missing');
    const past = await this.book.past(figure);
    const applied = (await this.changes.applied()).filter(({ figureId }) => figureId === id);
    return {
      id,
      on: on === undefined ? null : { day: on, value: appliedOn(past, on) },
      items: past
        .map(({ value, version, since }) => {
          const change = applied.find((one) => one.version === version);
          return {
            value,
            since: since.toISOString(),
            version,
            by: change?.authorId ?? 'system',
            approvedBy: change?.decidedBy ?? null,
            reason: change?.reason ?? null,
          };
        })
        .reverse(),
    };
  }

  async latest(): Promise<ParameterChangeList> {
    return { items: (await this.changes.latest()).map(changeView) };
  }

  async change(changeId: string): Promise<ParameterChangeView> {
    const found = await this.changes.find(changeId);
    if (!found) throw new Problem('not-found', 'missing');
    return changeView(found);
  }
}

function viewOf({ place: _place, model, ...figure }: KnownFigure, applied: readonly ParameterChange[]): ParameterView {
  const change = applied.findLast(({ figureId }) => figureId === figure.id);
  const since = change?.appliedAt ?? model.publishedAt;
  return { ...figure, since: since.toISOString(), by: change?.authorId ?? 'system' };
}

function changeView(change: ParameterChange): ParameterChangeView {
  const { id, figureId, before, after, reason, effectiveOn, state, authorId, proposedAt, decidedBy, version } = change;
  return {
    changeId: id,
    id: figureId,
    before,
    after,
    reason,
    from: effectiveOn,
    state,
    author: authorId,
    proposedAt: proposedAt.toISOString(),
    decidedBy,
    version,
  };
}
