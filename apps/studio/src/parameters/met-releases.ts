import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '@huiying/platform';
import { type Literal, Releases, type Upgrade } from '@huiying/zeebe';
import { DataSource } from 'typeorm';
import { ParameterBook } from './parameter-book.js';
import { isChangeOf, type ParameterChange, ParameterChanges } from './parameter-changes.js';

/** A file of a release that met what was changed here. */
export interface MetRelease extends Upgrade {
  releaseId: string;
  file: string;
  /** Somebody should look at it. */
  open: boolean;
  seenBy: string | null;
}

/** Releases of the product that met an operator's changes: what became of them, and whether somebody has looked (R03.2). */
@Injectable()
export class MetReleases {
  constructor(
    private readonly releases: Releases,
    private readonly book: ParameterBook,
    private readonly changes: ParameterChanges,
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async all(): Promise<MetRelease[]> {
    const upgrades = await this.releases.upgrades();
    if (upgrades.length === 0) return [];
    const seen = await this.database.query<{ file: string; serial: number; by: string }[]>(
      `SELECT file, serial, seen_by AS by FROM release_seen`,
    );
    const applied = await this.changes.applied();
    const values = new Map(this.book.all().map(({ key, value }) => [key, value]));
    return upgrades.map((upgrade) => {
      const file = basename(upgrade.resourceName);
      const by = seen.find((one) => one.file === file && one.serial === upgrade.serial)?.by ?? null;
      const open =
        by === null && (upgrade.whole || upgrade.figures.some((figure) => stands(figure, upgrade, values, applied)));
      return { ...upgrade, releaseId: `${file}:${upgrade.serial}`, file, open, seenBy: by };
    });
  }

  /** Somebody looked at it, and with it at all that came before for the file. @throws Problem 404 `not-found` */
  async see(releaseId: string, by: string): Promise<void> {
    const releases = await this.all();
    const looked = releases.find((one) => one.releaseId === releaseId);
    if (!looked) throw new Problem('not-found', 'missing');
    for (const { file, serial, open } of releases)
      if (open && file === looked.file && serial <= looked.serial)
        await this.database.query(
          `INSERT INTO release_seen (file, serial, seen_by, seen_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
          [file, serial, by, this.clock.now()],
        );
  }
}

/** A conflict is over once the figure was changed again, or is what the release ships. */
function stands(
  { id, key, state, shippedNow }: Upgrade['figures'][number],
  { shippedAt }: Upgrade,
  values: ReadonlyMap<string, Literal>,
  applied: readonly ParameterChange[],
): boolean {
  if (state === 'kept') return false;
  if (state === 'lost') return true;
  const since = applied.some(
    (change) => isChangeOf(change, { id, key }) && change.appliedAt !== null && change.appliedAt >= shippedAt,
  );
  return !since && JSON.stringify(values.get(key)) !== JSON.stringify(shippedNow);
}
