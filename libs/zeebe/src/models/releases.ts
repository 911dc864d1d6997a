import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DecisionEvaluator } from '@huiying/engine';
import { InjectDatabase } from '@huiying/persistence';
import { Clock } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { carriedOver, type CarriedFigure } from '../figures/carry-over.js';

/** What is put in force of a file that a release brings, and what people changed that is not as shipped. */
export interface Taken {
  content: string;
  /** A file that was shipped before; nothing is kept on record again. */
  known: boolean;
  /** More than figures was changed in the running product and in the release: that of the running product stays. */
  whole: boolean;
  figures: readonly CarriedFigure[];
}

/** A file of a release that met changes of the running product. */
export interface Upgrade {
  /** Path of the file as the release brought it, and how often one was shipped before. */
  resourceName: string;
  serial: number;
  shippedAt: Date;
  whole: boolean;
  figures: CarriedFigure[];
}

/** The files that releases of the product brought, and how each met what people had changed meanwhile (R03.2, R08.9). */
@Injectable()
export class Releases {
  constructor(
    @InjectDatabase('models') private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * A file shipped before brings nothing: what was changed since stays. A new one is put in force with the figures that an operator
   * changed; where more than figures was changed, the operator's file stays as it is, and people are told.
   */
  async take(name: string, content: string): Promise<Taken> {
    const { inForce, known, before } = await this.stand(name, content);
    const taken = (text: string, more: Partial<Taken> = {}) => ({
      ...{ known, whole: false, figures: [] },
      ...more,
      content: text,
    });
    if (inForce === null || before === null) return taken(inForce ?? content);
    if (known) return taken(inForce);
    if (inForce === before || inForce === content) return taken(content);
    const carried = name.endsWith('.dmn') ? carriedOver(before, inForce, content) : undefined;
    if (!carried) return taken(inForce, { whole: true });
    if (await evaluates(carried.content)) return taken(carried.content, { figures: carried.figures });
    const lost = carried.figures.map((figure) => ({ ...figure, state: 'lost' as const, shippedNow: null }));
    return taken(content, { figures: lost });
  }

  /** Remembers the file as shipped. */
  async record(name: string, content: string, { known, whole, figures }: Taken): Promise<void> {
    if (known) return;
    await this.database.query(
      `INSERT INTO shipped (file, serial, resource_name, content, shipped_at, whole, figures)
       SELECT $1, coalesce(max(serial), 0) + 1, $2, $3, $4, $5, $6 FROM shipped WHERE file = $1
       ON CONFLICT DO NOTHING`,
      [basename(name), name, content, this.clock.now(), whole, JSON.stringify(figures)],
    );
  }

  /** Every file that met changes of the running product, the newest first. */
  upgrades(): Promise<Upgrade[]> {
    return this.database.query<Upgrade[]>(
      `SELECT resource_name AS "resourceName", serial, shipped_at AS "shippedAt", whole, figures FROM shipped
       WHERE whole OR jsonb_array_length(figures) > 0 ORDER BY shipped_at DESC, file, serial DESC LIMIT 200`,
    );
  }

  /**
   * What is in force of a file, wherever it lay when it was deployed, and what was shipped before. What was deployed before releases
   * were kept on record counts as shipped: the same text where there is one, else the first version.
   */
  private async stand(name: string, content: string): Promise<Stand> {
    const file = basename(name);
    const [stand] = await this.database.query<Stand[]>(
      `WITH versions AS (SELECT version, content FROM published WHERE substring(resource_name from '[^/]*$') = $1)
       SELECT (SELECT content FROM versions ORDER BY version DESC LIMIT 1) AS "inForce",
         (SELECT content FROM shipped WHERE file = $1 ORDER BY serial DESC LIMIT 1) AS before,
         EXISTS (SELECT 1 FROM shipped WHERE file = $1 AND content = $2) AS known`,
      [file, content],
    );
    if (!stand) throw new Error('a query without FROM answers one row');
    if (stand.before !== null || stand.inForce === null) return stand;
    const [first] = await this.database.query<{ content: string }[]>(
      `SELECT content FROM published p WHERE substring(resource_name from '[^/]*$') = $1 AND NOT EXISTS (
         SELECT 1 FROM published same WHERE same.kind = p.kind AND same.id = p.id AND same.content = $2)
       ORDER BY version LIMIT 1`,
      [file, content],
    );
    return { ...stand, before: first?.content ?? null };
  }
}

/** null: nothing yet */
interface Stand {
  inForce: string | null;
  before: string | null;
  /** The file was shipped before. */
  known: boolean;
}

async function evaluates(xml: string): Promise<boolean> {
  try {
    await DecisionEvaluator.fromXml([xml]);
    return true;
  } catch {
    return false;
  }
}
