/** What the environment says, read once by `readConfig`. Injectable: `constructor(private readonly config: Config)`. */
export class Config {
  readonly nodeEnv: 'development' | 'test' | 'production';
  readonly shape: 'embedded' | 'distributed';
  readonly host: string;
  readonly httpPort: number;
  /** 0 = any free port. */
  readonly internalPort: number;
  readonly gatewayPort: number;
  readonly gatewayHost: string;
  readonly monitoringPort: number;
  readonly monitoringHost: string;
  /** Days for which the engine keeps its records. */
  readonly engineHistoryDays: number;
  readonly engineAuth: 'none' | 'oidc';
  readonly engineTls: boolean;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly databaseMigrateUrl: string;
  readonly zeebeAddress: string;
  readonly monitoringUrl: string;
  readonly clock: 'system' | 'controlled';
  /** epoch ms at which a controlled clock that nobody moved yet stands */
  readonly clockStartsAt: number | null;
  readonly defaultOrganisation: string;
  readonly sampleData: boolean;
  readonly modelsDir: string;
  readonly consoleDir: string;
  /** Service name → base URL of its internal port; a service that is not named is in this process. */
  readonly serviceUrls: Record<string, string>;
  readonly serviceSecret: string;
  readonly publicUrl: string;
  /** Addresses whose X-Forwarded-For is believed. */
  readonly trustedProxies: string[];
  readonly limits: 'normal' | 'relaxed';
  readonly oidcIssuer: string;
  readonly oidcAudience: string;
  readonly oidcClientId: string;
  readonly oidcRequiredAcr: string;
  readonly oidcAcrWaiver: string;
  /** How long ago somebody may have signed in for what needs a recent sign-in, in seconds. */
  readonly stepUpSeconds: number;
  readonly keyringFile: string;
  readonly reportsKeyringFile: string;
  /** Key ids whose loss was accepted. */
  readonly keysAcceptLost: string[];
  readonly auditAnchorFile: string;
  readonly smtpUrl: string;
  readonly smtpFrom: string;
  readonly fileScanner: 'none' | 'clamd';
  readonly fileScannerWaiver: string;
  /** Before `/huiying/<service>` in the source of an event. */
  readonly eventSourceBase: string;
  readonly eventLogDays: number;
  readonly kafkaBrokers: string[];
  readonly kafkaSecurity: 'plaintext' | 'sasl_ssl';
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}
