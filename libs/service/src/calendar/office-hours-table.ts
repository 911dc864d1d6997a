import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Problem } from '@huiying/platform';
import type { OfficeHours, Season } from '@huiying/working-time';
import { PublishedModels } from '@huiying/zeebe';

/** Whose hours are asked for; an organisation that is not known by its id has those of its type. */
export interface HoursOwner {
  orgId: string | null;
  orgType: string | null;
}

const DECISION = 'office-hours';

/** Decision `office-hours`: who keeps office hours, and which, by season; its figures are parameters that two persons change (R09.9). */
@Injectable()
export class OfficeHoursTable {
  /** Answers of the decisions in force; a new publication is a new evaluator. */
  private readonly known = new WeakMap<object, Map<string, OfficeHours | null>>();

  constructor(private readonly models: PublishedModels) {}

  /** Undefined where none are kept: a day ends at 23:59:59. @throws Problem `models-missing` before the decision is deployed */
  of({ orgId, orgType }: HoursOwner): OfficeHours | undefined {
    const decisions = this.models.decisions();
    if (!decisions.decisionIds.includes(DECISION)) throw new Problem('models-missing', 'unavailable');
    const answers = this.known.get(decisions) ?? new Map<string, OfficeHours | null>();
    this.known.set(decisions, answers);
    const owner = `${orgType ?? ''} ${orgId ?? ''}`;
    const known = answers.get(owner);
    if (known !== undefined) return known ?? undefined;
    const hours = hoursOf(decisions.evaluate(DECISION, { orgId, orgType }).output);
    answers.set(owner, hours);
    return hours ?? undefined;
  }

  /** Version of the decision in force, null before it is deployed: whatever was computed with another is to be computed anew. */
  version(): number | null {
    const file = `${DECISION}.dmn`;
    return this.models.all().find(({ resourceName }) => basename(resourceName) === file)?.version ?? null;
  }
}

function hoursOf(output: unknown): OfficeHours | null {
  const { summerFrom, summer, winterFrom, winter } = output as Record<string, unknown>;
  const seasons = [seasonOf(summerFrom, summer), seasonOf(winterFrom, winter)].filter((season) => season !== undefined);
  return seasons.length > 0 ? { seasons: seasons.sort((a, b) => a.from.localeCompare(b.from)) } : null;
}

/** A season from its first day `MM-DD` and its spans `HH:mm-HH:mm`; undefined where there are none. */
function seasonOf(from: unknown, spans: unknown): Season | undefined {
  if (typeof from !== 'string' || !Array.isArray(spans) || spans.length === 0) return undefined;
  return {
    from,
    spans: spans.map((span) => {
      const [opens = '', closes = ''] = String(span).split('-');
      return { opens, closes };
    }),
  };
}
