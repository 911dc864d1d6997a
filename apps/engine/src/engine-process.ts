import { CompiledDecisions, CompiledFeel, Engine, PostgresStore } from '@huiying/engine';
import { prepareDatabase } from '@huiying/persistence';
import { ConfigError, Logger, databaseUrlOf } from '@huiying/platform';
import type { Config } from '@huiying/platform';
import { DueTimer } from './due-timer.js';
import { EngineClock } from './engine-clock.js';
import { GatewayServer } from './gateway/gateway-server.js';
import { adminRoutes } from './monitoring/admin.routes.js';
import { clockRoutes } from './monitoring/clock.routes.js';
import { EngineMetrics } from './monitoring/metrics.js';
import { recordRoutes } from './monitoring/records.routes.js';
import { MonitoringServer } from './monitoring/router.js';

/** The embedded engine, running. */
export interface EngineProcess {
  readonly gatewayPort: number;
  readonly monitoringPort: number;
  /** Takes no more calls, writes a checkpoint and gives the database back. */
  close(): Promise<void>;
}

/**
 * Opens store, clock, gateway and monitoring one after another; what was opened is closed again when one of them fails.
 * @param onFatal the log can never be written again (another engine took the database): the process has to end
 */
export async function startEngine(config: Config, onFatal: (error: unknown) => void): Promise<EngineProcess> {
  refuseOpenDoors(config);
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (let last = closing.pop(); last; last = closing.pop()) await last();
  };
  try {
    return { ...(await open(config, onFatal, closing)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** The embedded engine knows no sign-in and no TLS, so it may be reached from its own machine alone (access.md, `engine-open`). */
function refuseOpenDoors(config: Config): void {
  const faults = [
    ...(config.engineAuth === 'none' ? [] : ['ENGINE_AUTH: the embedded engine has no sign-in; only none is possible']),
    ...(config.engineTls ? ['ENGINE_TLS: the embedded engine has no TLS; put a Zeebe cluster in its place'] : []),
    ...(LOOPBACK.includes(config.gatewayHost)
      ? []
      : ['ENGINE_GATEWAY_HOST: the embedded engine listens on loopback alone']),
    ...(LOOPBACK.includes(config.monitoringHost)
      ? []
      : ['ENGINE_MONITORING_HOST: the embedded engine listens on loopback alone']),
  ];
  if (faults.length > 0) throw new ConfigError(faults);
}

async function open(
  config: Config,
  onFatal: (error: unknown) => void,
  closing: (() => Promise<void>)[],
): Promise<Omit<EngineProcess, 'close'>> {
  const logger = Logger.open(config, 'engine');
  if (config.shape === 'embedded') await prepareDatabase(config.databaseUrl);
  const connectionString = databaseUrlOf(config, 'engine');
  const store = new PostgresStore({ connectionString, historyDays: config.engineHistoryDays });
  const clock = await EngineClock.open(connectionString, {
    controlled: config.clock === 'controlled',
    startsAt: config.clockStartsAt,
  });
  closing.push(() => clock.close());
  const trouble = (cause: unknown) => logger.error('engine.defect', {}, cause);
  const engine = await Engine.open({
    store,
    now: () => clock.now(),
    feel: new CompiledFeel(),
    decisions: new CompiledDecisions(),
    onError: (error, fatal) => (fatal ? onFatal(error) : trouble(error)),
  });
  closing.push(() => engine.close());
  const due = new DueTimer(engine, () => clock.now(), trouble);
  clock.onMoved(() => due.fire());
  due.start();
  closing.push(() => due.stop());
  const metrics = new EngineMetrics(engine);
  const gateway = await GatewayServer.listen(engine, {
    host: config.gatewayHost,
    port: config.gatewayPort,
    observe: (method, code, seconds, defect) => {
      metrics.observe(method, code, seconds);
      if (defect !== undefined) logger.error('gateway.defect', { method }, defect);
    },
  });
  closing.push(() => gateway.close());
  const monitoring = await MonitoringServer.listen(
    {
      'GET /ready': () =>
        engine.available
          ? { status: 200, body: { status: 'UP' } }
          : { status: 503, body: { status: 'DOWN', reason: 'the database cannot be reached' } },
      ...metrics.routes(),
      ...clockRoutes(clock),
      ...adminRoutes(engine),
      ...recordRoutes(engine, store),
    },
    { host: config.monitoringHost, port: config.monitoringPort, onDefect: trouble },
  );
  closing.push(() => monitoring.close());
  logger.info('engine.ready', { port: gateway.port, position: engine.figures().lastPosition });
  return { gatewayPort: gateway.port, monitoringPort: monitoring.port };
}
