import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExcludeEndpoint, ApiSecurity } from '@nestjs/swagger';
import type { ActionId } from './actions.js';
import type { FactKind } from './facts.js';
import type { RequestContext } from './request-context.js';
import type { Subject } from './subject.js';

/** How a route says who may use it; a route that says nothing keeps the service from starting. */
export type RouteAccess =
  | { mode: 'object'; action: ActionId; on: FactKind; id: string }
  | { mode: 'plain'; action: ActionId }
  | { mode: 'list'; action: ActionId }
  | { mode: 'public'; action: ActionId; limit?: string }
  | { mode: 'complainant'; action: ActionId; id: string }
  | { mode: 'service' };

export const ROUTE_ACCESS = 'huiying:access';

/**
 * `@Access('task.claim', { on: 'task', id: 'param:id' })`: decided on one object before the handler runs.
 * `@Access('intake.register')`: decided on what the caller holds alone. `@Access('portal.follow', { complainant: 'param:caseNo' })`:
 * the caller is whoever holds the tracking code of the case.
 * `id` is `param:<name>`, `query:<name>` or `body:<name>`.
 */
export function Access(
  action: ActionId,
  target: { on: FactKind; id: string } | { complainant: string } | Record<string, never> = {},
): MethodDecorator {
  if ('complainant' in target) {
    return applyDecorators(
      SetMetadata(ROUTE_ACCESS, { mode: 'complainant', action, id: target.complainant } satisfies RouteAccess),
      ApiSecurity('tracking-code'),
    );
  }
  const access: RouteAccess =
    'on' in target ? { mode: 'object', action, on: target.on, id: target.id } : { mode: 'plain', action };
  return applyDecorators(SetMetadata(ROUTE_ACCESS, access), ApiBearerAuth());
}

/** A list: the service filters by `AccessPredicates.for(subject, action)`, which is a required argument of every list query. */
export function AccessList(action: ActionId): MethodDecorator {
  return applyDecorators(SetMetadata(ROUTE_ACCESS, { mode: 'list', action } satisfies RouteAccess), ApiBearerAuth());
}

/** Open to everybody; `limit` names the volume limit that applies (access.md §7). */
export function Public(action: ActionId, options: { limit?: string } = {}): MethodDecorator {
  return SetMetadata(ROUTE_ACCESS, { mode: 'public', action, ...options } satisfies RouteAccess);
}

/** For other services of ours: answers on the internal port alone, with a service token; not in the OpenAPI document. */
export function ServiceOnly(): MethodDecorator {
  return applyDecorators(SetMetadata(ROUTE_ACCESS, { mode: 'service' } satisfies RouteAccess), ApiExcludeEndpoint());
}

/** Who calls: `@Caller() caller: Subject`. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Subject => {
  return requestOf(context).access?.subject ?? { kind: 'public' };
});

function requestOf(context: ExecutionContext): { access?: RequestContext } {
  return context.switchToHttp().getRequest<{ access?: RequestContext }>();
}
