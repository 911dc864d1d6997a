import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '@huiying/working-time';
import { type Figure, figuresIn, type Literal, type PublishedModel, PublishedModels } from '@huiying/zeebe';

/** A figure with the file that it stands in. */
export interface KnownFigure extends Figure {
  model: PublishedModel;
}

/** A value that a figure had, from the version on that brought it. */
export interface PastValue {
  value: Literal;
  version: number;
  since: Date;
}

/** The figures of the decisions in force, and what they were: the files themselves are the record. */
@Injectable()
export class ParameterBook {
  /** Figures of a version of a file; a version never changes. */
  private readonly read = new WeakMap<PublishedModel, KnownFigure[]>();

  constructor(private readonly models: PublishedModels) {}

  all(): KnownFigure[] {
    return this.models
      .all()
      .filter(({ kind }) => kind === 'drg')
      .sort((a, b) => a.resourceName.localeCompare(b.resourceName))
      .flatMap((model) => this.of(model));
  }

  find(id: string): KnownFigure | undefined {
    return this.all().find((figure) => figure.id === id);
  }

  /** Each value that the figure had, oldest first. */
  async past({ key, id, ruleId, model }: KnownFigure): Promise<PastValue[]> {
    const values: PastValue[] = [];
    for (const { content, version, publishedAt } of await this.models.history('drg', model.id)) {
      const figures = figuresIn(content);
      const same = figures.find((figure) => figure.key === key);
      const value = (same ?? figures.find((figure) => figure.id === id && figure.ruleId === ruleId))?.value;
      if (value === undefined || JSON.stringify(value) === JSON.stringify(values.at(-1)?.value)) continue;
      values.push({ value, version, since: publishedAt });
    }
    return values;
  }

  private of(model: PublishedModel): KnownFigure[] {
    const known = this.read.get(model) ?? figuresIn(model.content).map((figure) => ({ ...figure, model }));
    this.read.set(model, known);
    return known;
  }
}

/** What applied at the end of a day; before the first version nothing did. */
export function appliedOn(past: readonly PastValue[], day: Day): Literal | null {
  return past.findLast(({ since }) => dayOf(since) <= day)?.value ?? null;
}
