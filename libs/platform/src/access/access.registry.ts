import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ROUTE_ACCESS, type RouteAccess } from './access.decorator.js';
import { ACTIONS } from './actions.js';
import { FactsLoaders } from './fact-loaders.js';
import { POLICY } from './policy.table.js';

// Nest keeps a route's path and method under these keys of the handler.
const PATH = 'path';
const METHOD = 'method';
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'ALL', 'OPTIONS', 'HEAD', 'SEARCH'];

export interface RouteDeclaration {
  method: string;
  /** As declared: controller path and handler path, without the global prefix. */
  path: string;
  access: RouteAccess | undefined;
}

/** Walks every route at start: what is undeclared, unknown or cannot be decided does not start. */
@Injectable()
export class AccessRegistry {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly loaders: FactsLoaders,
  ) {}

  routes(): RouteDeclaration[] {
    // By class, not instance: the routes of a module can be listed without starting it (Nest's preview mode).
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      if (!metatype) return [];
      const base = pathsOf(this.reflector.get<string | string[] | undefined>(PATH, metatype));
      const prototype = (metatype as { prototype: object }).prototype;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = (prototype as Record<string, unknown>)[name];
        if (typeof handler !== 'function') return [];
        const method = this.reflector.get<number | undefined>(METHOD, handler);
        if (method === undefined) return [];
        const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [handler, metatype]);
        const paths = pathsOf(this.reflector.get<string | string[] | undefined>(PATH, handler));
        return base.flatMap((from) =>
          paths.map((to) => ({ method: METHODS[method] ?? 'ALL', path: join(from, to), access })),
        );
      });
    });
  }

  /** Everything that keeps the service from starting, as `route-undeclared <METHOD> <path>`. */
  faults(): string[] {
    return this.routes()
      .filter(({ access }) => !this.isDecidable(access))
      .map(({ method, path }) => `route-undeclared ${method} ${path}`);
  }

  private isDecidable(access: RouteAccess | undefined): boolean {
    if (!access) return false;
    if (access.mode === 'service') return true;
    if (!(ACTIONS as readonly string[]).includes(access.action)) return false;
    if (access.mode === 'object' && !this.loaders.get(access.on)) return false;
    return POLICY.some((row) => row.action === access.action && suits(row, access));
  }
}

function suits(row: (typeof POLICY)[number], access: Exclude<RouteAccess, { mode: 'service' }>): boolean {
  switch (access.mode) {
    case 'public':
      return row.principal === 'public';
    case 'complainant':
      return row.principal === 'complainant';
    case 'object':
      return row.principal === 'staff' && row.on === access.on;
    case 'plain':
      return row.principal === 'staff' && row.on === undefined;
    case 'list':
      return row.principal === 'staff';
  }
}

function pathsOf(path: string | string[] | undefined): string[] {
  return Array.isArray(path) ? path : [path ?? ''];
}

function join(...parts: string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;
}
