export interface EngineChild {
  readonly pid: number;
  readonly gatewayPort: number;
  readonly monitoringPort: number;
  /** `host:port`. */
  readonly gateway: string;
  /** Base URL. */
  readonly monitoring: string;
  /** What it wrote to stderr, line by line. */
  readonly said: readonly string[];
  /** Ends with SIGTERM. */
  stop(): Promise<void>;
  /** Ends with SIGKILL. */
  kill(): Promise<void>;
}

export function startEngineChild(options: {
  databaseUrl: string;
  gatewayPort?: number;
  monitoringPort?: number;
  env?: Record<string, string>;
}): Promise<EngineChild>;
