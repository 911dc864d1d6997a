import { Client } from 'pg';

/** How a marker can look where nobody thought of it: plain, and as hex, base64 (in its three alignments) or URL-encoded bytes. */
function shapesOf(marker: string): string[] {
  const bytes = Buffer.from(marker, 'utf8');
  const aligned = [0, 1, 2].map((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
    // The first and last group of four mix with what stands around the marker.
    const from = offset === 0 ? 0 : 4;
    const text = shifted.toString('base64').replace(/=+$/, '');
    const whole = Math.floor(shifted.length / 3) * 4;
    return text.slice(from, whole);
  });
  const url = aligned.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  return [
    ...new Set([
      marker,
      bytes.toString('hex'),
      encodeURIComponent(marker),
      JSON.stringify(marker).slice(1, -1),
      ...aligned,
      ...url,
    ]),
  ].filter((shape) => shape.length >= 8 || shape === marker);
}

/** Markers found in a text, each with the place that it was found at. */
export function findMarkers(markers: Record<string, string>, place: string, text: string): string[] {
  const lower = text.toLowerCase();
  return Object.entries(markers)
    .filter(([, marker]) =>
      shapesOf(marker).some((shape) => text.includes(shape) || lower.includes(shape.toLowerCase())),
    )
    .map(([field]) => `${field} in ${place}`);
}

/** Every row of every table of our schemas, as text; bytea columns come as hex. */
export async function dumpDatabase(url: string): Promise<{ place: string; text: string }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ schema: string; name: string }>(
      `SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2`,
    );
    const dump: { place: string; text: string }[] = [];
    for (const { schema, name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM "${schema}"."${name}" t`,
      );
      dump.push({ place: `table ${schema}.${name}`, text: rows.map(({ row }) => row).join('\n') });
    }
    return dump;
  } finally {
    await client.end();
  }
}
