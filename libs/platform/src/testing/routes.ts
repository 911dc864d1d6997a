import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, type ModulesContainer, NestFactory, Reflector } from '@nestjs/core';
import { AccessRegistry, type RouteDeclaration } from '../access/access.registry.js';
import type { FactsLoaders } from '../access/fact-loaders.js';
import { Clock } from '../clock.js';
import { readConfig } from '../config/read-config.js';
import { PlatformModule } from '../http/platform.module.js';

class Root {}

/** Every route of the modules as it is declared, read without starting anything (Nest's preview mode: no constructor runs). */
export async function routesOf(modules: DynamicModule[]): Promise<RouteDeclaration[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huiying-routes-'));
  try {
    const config = readConfig({
      DATABASE_URL: 'postgres://postgres:postgres@127.0.0.1:1/none',
      HUIYING_DATA_DIR: dataDir,
      HUIYING_LOG_LEVEL: 'silent',
    });
    const imports = [PlatformModule.forRoot({ config, name: 'routes', clock: new Clock() }), ...modules];
    const app = await NestFactory.createApplicationContext(
      { module: Root, imports },
      { preview: true, logger: false, abortOnError: false },
    );
    const { container } = app as unknown as { container: { getModules(): ModulesContainer } };
    const discovery = new DiscoveryService(container.getModules());
    return new AccessRegistry(discovery, new MetadataScanner(), new Reflector(), {} as FactsLoaders).routes();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
