import type { Config } from './config.js';

/** One key: how it is called outside, what it means, how it is read. `parse` returns the value or throws an Error that says what is wanted. */
export interface Key<T> {
  env: string;
  doc: string;
  /** Text as it would stand in the environment; a function where it depends on other keys. undefined = must be set. */
  fallback: string | ((read: (key: keyof Config) => unknown) => string) | undefined;
  parse: (text: string) => T;
  /** Also read from the file that `<env>_FILE` names, so that it need not stand in the environment. */
  secret?: boolean;
}

const text = (value: string): string => value;
const port = (value: string): number => {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > 65_535) throw new Error('a port from 0 to 65535');
  return number;
};
const positive = (value: string): number => {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new Error('a whole number from 1');
  return number;
};
const flag = (value: string): boolean => {
  if (value !== 'true' && value !== 'false') throw new Error('true or false');
  return value === 'true';
};
const oneOf =
  <T extends string>(...values: T[]) =>
  (value: string): T => {
    const found = values.find((candidate) => candidate === value);
    if (!found) throw new Error(`one of ${values.join(', ')}`);
    return found;
  };
const moment = (value: string): number | null => {
  if (!value) return null;
  const epochMilli = Date.parse(value);
  if (!/(?:Z|[+-]\d\d:\d\d)$/.test(value) || Number.isNaN(epochMilli)) throw new Error('a moment with its offset');
  return epochMilli;
};
const list = (value: string): string[] =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
const url =
  (...protocols: string[]) =>
  (value: string): string => {
    if (!value) return value;
    const protocol = URL.canParse(value) ? new URL(value).protocol : '';
    if (!protocols.includes(protocol)) throw new Error(`a URL with ${protocols.join(' or ')}//`);
    return value.replace(/\/$/, '');
  };
const hostPort = (value: string): string => {
  if (!/^[^\s:/]+:\d+$/.test(value)) throw new Error('host:port');
  return value;
};
const urlsByName = (value: string): Record<string, string> =>
  Object.fromEntries(
    list(value).map((pair) => {
      const [name, ...rest] = pair.split('=');
      const target = url('http:', 'https:')(rest.join('='));
      if (!name || !target) throw new Error('name=url,name=url');
      return [name, target];
    }),
  );

/** The whole configuration (architecture.md §8). `.env.example` and docs/configuration.md are generated from it. */
export const configSchema: { [K in keyof Config]: Key<Config[K]> } = {
  nodeEnv: {
    env: 'NODE_ENV',
    doc: 'production refuses everything that is convenient only for development',
    fallback: 'development',
    parse: oneOf('development', 'test', 'production'),
  },
  shape: {
    env: 'HUIYING_SHAPE',
    doc: 'embedded: all of it on one machine; distributed: containers, Zeebe cluster, Kafka',
    fallback: (read) => (read('nodeEnv') === 'production' ? 'distributed' : 'embedded'),
    parse: oneOf('embedded', 'distributed'),
  },
  host: { env: 'HUIYING_HOST', doc: 'address the HTTP port listens on', fallback: '127.0.0.1', parse: text },
  httpPort: { env: 'HUIYING_PORT', doc: 'HTTP port for people and integrations', fallback: '8080', parse: port },
  internalPort: {
    env: 'HUIYING_INTERNAL_PORT',
    doc: 'HTTP port for other services; 0 takes a free one',
    fallback: '0',
    parse: port,
  },
  gatewayPort: { env: 'ZEEBE_GATEWAY_PORT', doc: "port of the engine's gateway", fallback: '26500', parse: port },
  gatewayHost: {
    env: 'ENGINE_GATEWAY_HOST',
    doc: "address the engine's gateway listens on",
    fallback: '127.0.0.1',
    parse: text,
  },
  monitoringPort: {
    env: 'ENGINE_MONITORING_PORT',
    doc: "port of the engine's monitoring endpoints",
    fallback: '9600',
    parse: port,
  },
  monitoringHost: {
    env: 'ENGINE_MONITORING_HOST',
    doc: "address the engine's monitoring listens on",
    fallback: '127.0.0.1',
    parse: text,
  },
  engineHistoryDays: {
    env: 'ENGINE_HISTORY_DAYS',
    doc: "days for which the engine's records are kept",
    fallback: '400',
    parse: positive,
  },
  engineAuth: {
    env: 'ENGINE_AUTH',
    doc: "who may use the engine's gateway",
    fallback: 'none',
    parse: oneOf('none', 'oidc'),
  },
  engineTls: { env: 'ENGINE_TLS', doc: 'the engine is behind TLS', fallback: 'false', parse: flag },
  dataDir: { env: 'HUIYING_DATA_DIR', doc: 'data of the embedded shape', fallback: '.huiying', parse: text },
  databaseUrl: {
    env: 'DATABASE_URL',
    doc: 'PostgreSQL; in the embedded shape the administrator, otherwise the role of this service',
    fallback: undefined,
    parse: url('postgres:', 'postgresql:'),
    secret: true,
  },
  databaseMigrateUrl: {
    env: 'DATABASE_MIGRATE_URL',
    doc: 'PostgreSQL as huiying_migrate; empty: migrations are run by somebody else',
    fallback: '',
    parse: url('postgres:', 'postgresql:'),
    secret: true,
  },
  zeebeAddress: {
    env: 'ZEEBE_ADDRESS',
    doc: 'gateway that the services talk to',
    fallback: (read) => `127.0.0.1:${String(read('gatewayPort'))}`,
    parse: hostPort,
  },
  monitoringUrl: {
    env: 'ENGINE_MONITORING_URL',
    doc: 'monitoring endpoints of the engine that the services talk to',
    fallback: (read) => `http://127.0.0.1:${String(read('monitoringPort'))}`,
    parse: url('http:', 'https:'),
  },
  clock: {
    env: 'HUIYING_CLOCK',
    doc: 'controlled lets `npm run time` move the time of the whole shape',
    fallback: 'system',
    parse: oneOf('system', 'controlled'),
  },
  clockStartsAt: {
    env: 'HUIYING_CLOCK_STARTS_AT',
    doc: 'moment (2026-10-08T09:00+08:00) at which the controlled clock of a fresh directory stands',
    fallback: '',
    parse: moment,
  },
  defaultOrganisation: {
    env: 'HUIYING_DEFAULT_ORGANISATION',
    doc: 'organisation of a portal complaint that names none',
    fallback: 'WY01',
    parse: text,
  },
  sampleData: {
    env: 'HUIYING_SAMPLE_DATA',
    doc: 'make the sample organisations, units and staff',
    fallback: (read) => (read('nodeEnv') === 'production' ? 'false' : 'true'),
    parse: flag,
  },
  modelsDir: { env: 'HUIYING_MODELS_DIR', doc: 'models deployed at start', fallback: 'bpmn', parse: text },
  consoleDir: { env: 'HUIYING_CONSOLE_DIR', doc: 'the built console', fallback: 'dist/console', parse: text },
  serviceUrls: {
    env: 'HUIYING_SERVICE_URLS',
    doc: 'internal ports of services in other processes: intake=http://…,tasklist=http://…',
    fallback: '',
    parse: urlsByName,
  },
  serviceSecret: {
    env: 'HUIYING_SERVICE_SECRET',
    doc: 'signs the tokens between services (32 characters or more); made once in the embedded shape',
    fallback: '',
    parse: (value) => {
      if (value && value.length < 32) throw new Error('32 characters or more');
      return value;
    },
    secret: true,
  },
  publicUrl: {
    env: 'HUIYING_PUBLIC_URL',
    doc: 'address in links to people',
    fallback: (read) => (read('nodeEnv') === 'production' ? '' : `http://127.0.0.1:${String(read('httpPort'))}`),
    parse: url('http:', 'https:'),
  },
  trustedProxies: {
    env: 'HUIYING_TRUSTED_PROXIES',
    doc: 'addresses whose X-Forwarded-For is believed',
    fallback: '',
    parse: list,
  },
  limits: {
    env: 'HUIYING_LIMITS',
    doc: 'relaxed turns volume limits off (never those against guessing)',
    fallback: 'normal',
    parse: oneOf('normal', 'relaxed'),
  },
  oidcIssuer: { env: 'OIDC_ISSUER', doc: 'issuer of staff tokens', fallback: '', parse: url('http:', 'https:') },
  oidcAudience: { env: 'OIDC_AUDIENCE', doc: 'audience of staff tokens', fallback: 'huiying', parse: text },
  oidcClientId: {
    env: 'OIDC_CLIENT_ID',
    doc: 'the console as a public client of the issuer (code flow with PKCE; sends people back to /sign-in)',
    fallback: 'huiying-console',
    parse: text,
  },
  oidcRequiredAcr: {
    env: 'OIDC_REQUIRED_ACR',
    doc: 'acr that a staff token must carry (MFA)',
    fallback: '',
    parse: text,
  },
  stepUpSeconds: {
    env: 'HUIYING_STEP_UP_SECONDS',
    doc: 'how long ago a sign-in may be for what needs a recent one (identity and evidence of reports, publishing)',
    fallback: '300',
    parse: positive,
  },
  oidcAcrWaiver: { env: 'OIDC_ACR_WAIVER', doc: 'written reason for doing without MFA', fallback: '', parse: text },
  keyringFile: {
    env: 'KEYRING_FILE',
    doc: 'JSON, key id → base64; mode 0600; in production outside the data directory',
    fallback: '',
    parse: text,
  },
  reportsKeyringFile: {
    env: 'KEYRING_REPORTS_FILE',
    doc: 'the same for employee reports',
    fallback: '',
    parse: text,
  },
  keysAcceptLost: { env: 'KEYS_ACCEPT_LOST', doc: 'key ids whose loss is accepted', fallback: '', parse: list },
  auditAnchorFile: {
    env: 'AUDIT_ANCHOR_FILE',
    doc: 'file outside that keeps the signed head of the audit chain',
    fallback: '',
    parse: text,
  },
  smtpUrl: {
    env: 'SMTP_URL',
    doc: 'mail server; empty: notices stay in the outbox that the console shows',
    fallback: '',
    parse: url('smtp:', 'smtps:'),
    secret: true,
  },
  smtpFrom: { env: 'SMTP_FROM', doc: 'sender of notices', fallback: 'huiying@localhost', parse: text },
  fileScanner: { env: 'FILE_SCANNER', doc: 'virus scanner', fallback: 'none', parse: oneOf('none', 'clamd') },
  fileScannerWaiver: {
    env: 'FILE_SCANNER_WAIVER',
    doc: 'written reason for doing without a scanner',
    fallback: '',
    parse: text,
  },
  eventSourceBase: {
    env: 'EVENT_SOURCE_BASE',
    doc: 'stands before /huiying/<service> in the source of an event, where several installations feed one consumer',
    fallback: '',
    parse: text,
  },
  eventLogDays: {
    env: 'EVENT_LOG_DAYS',
    doc: 'how many days the event log keeps, at least 30',
    fallback: '400',
    parse: (value) => {
      const days = Number(value);
      if (!/^\d{1,5}$/.test(value) || days < 30) throw new Error('days, at least 30');
      return days;
    },
  },
  kafkaBrokers: {
    env: 'KAFKA_BROKERS',
    doc: 'host:port,host:port; empty: the PostgreSQL log',
    fallback: '',
    parse: list,
  },
  kafkaSecurity: {
    env: 'KAFKA_SECURITY',
    doc: 'how brokers are reached',
    fallback: 'plaintext',
    parse: oneOf('plaintext', 'sasl_ssl'),
  },
  logLevel: {
    env: 'HUIYING_LOG_LEVEL',
    doc: 'least level that is written',
    fallback: 'info',
    parse: oneOf('silent', 'error', 'warn', 'info', 'debug'),
  },
};
