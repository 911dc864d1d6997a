export interface RunningPostgres {
  readonly port: number;
  /** Without the database's name. */
  readonly url: string;
  stop(): Promise<void>;
}

export function startPostgres(options: {
  dataDir: string;
  /** Kept after the run, with fsync. */
  persistent: boolean;
  port?: number;
  onExit?: () => void;
}): Promise<RunningPostgres>;
