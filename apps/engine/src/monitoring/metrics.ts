import type { Engine } from '@huiying/engine';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Routes } from './router.js';

/** What Prometheus reads of the engine, all of it under `huiying_engine_`. */
export class EngineMetrics {
  private readonly registry = new Registry();
  private readonly calls = new Counter({
    name: 'huiying_engine_gateway_calls_total',
    help: 'Calls of the gateway by method and gRPC code',
    labelNames: ['method', 'code'],
    registers: [this.registry],
  });
  private readonly durations = new Histogram({
    name: 'huiying_engine_gateway_call_seconds',
    help: 'How long a call took; a long poll waits',
    labelNames: ['method'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 10],
    registers: [this.registry],
  });

  constructor(engine: Engine) {
    collectDefaultMetrics({ register: this.registry });
    const figures = new Gauge({
      name: 'huiying_engine_live',
      help: 'What is alive, by kind',
      labelNames: ['kind'],
      registers: [this.registry],
      collect() {
        for (const [kind, value] of Object.entries<number>({ ...engine.figures() })) this.set({ kind }, value);
        this.set({ kind: 'available' }, engine.available ? 1 : 0);
      },
    });
    figures.set({ kind: 'available' }, 1);
  }

  observe(method: string, code: number, seconds: number): void {
    this.calls.inc({ method, code: String(code) });
    this.durations.observe({ method }, seconds);
  }

  routes(): Routes {
    return {
      'GET /metrics': async () => ({
        status: 200,
        body: await this.registry.metrics(),
        contentType: this.registry.contentType,
      }),
    };
  }
}
