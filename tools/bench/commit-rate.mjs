import pg from 'pg';

/** Commits a second of this PostgreSQL, one small row each, with so many connections at once: what every figure is held against. */
export async function commitRate(url, { connections, forMs }) {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  await pool.query('CREATE TABLE IF NOT EXISTS bench_commit (at bigint)');
  const until = performance.now() + forMs;
  let commits = 0;
  const committer = async () => {
    while (performance.now() < until) {
      await pool.query('INSERT INTO bench_commit VALUES (1)');
      commits++;
    }
  };
  await Promise.all(Array.from({ length: connections }, committer));
  await pool.query('DROP TABLE bench_commit');
  await pool.end();
  return (commits * 1_000) / forMs;
}
