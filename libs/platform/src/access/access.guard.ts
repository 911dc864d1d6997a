import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Audit, type AuditActor } from '../audit/audit.js';
import { AccessDatabase } from './access-database.js';
import { currentTraceId } from '../http/trace-context.js';
import { isInternal, networkOf } from '../http/request-origin.js';
import type { HttpRequest } from '../http/http-request.js';
import { VolumeLimits } from '../http/volume-limits.js';
import { IdentityService } from '../identity/identity.js';
import { Problem } from '../problem/problem.js';
import { ServiceTokens } from '../services/service-tokens.js';
import { ROUTE_ACCESS, type RouteAccess } from './access.decorator.js';
import { AccessService } from './access.service.js';
import { type Decision, decideList } from './decide.js';
import { FactsLoaders } from './fact-loaders.js';
import type { Facts } from './facts.js';
import type { Subject } from './subject.js';
import { TrackingCodes } from './tracking-codes.js';

const notFound = (): Problem => new Problem('not-found', 'missing');

/** Decides on every request before its handler runs: who calls, what they hold, whether the object lets them. Default: no. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identity: IdentityService,
    private readonly services: ServiceTokens,
    private readonly codes: TrackingCodes,
    private readonly loaders: FactsLoaders,
    private readonly access: AccessService,
    private readonly limits: VolumeLimits,
    private readonly audit: Audit,
    private readonly database: AccessDatabase,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!route) throw notFound();
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const subject = await this.subjectOf(route, request);
    const facts = await this.factsOf(route, request);
    const action = route.mode === 'service' ? 'sys.form' : route.action;
    const decision =
      route.mode === 'list' ? decideList(subject, action) : await this.access.decide(subject, action, facts);
    if (!decision.ok || decision.need.includes('audit')) await this.record(request, route, subject, facts, decision);
    if (!decision.ok) throw new Problem(decision.code, decision.as === 404 ? 'missing' : 'forbidden');
    // Approvals by a second person come later; until then what needs one is not done by the first alone.
    if (decision.need.includes('second')) throw new Problem('second-person', 'forbidden');
    if (decision.need.includes('fresh')) await this.identity.demandFresh(bearerOf(request));
    request.access = { subject, view: decision.view, ...(facts ? { facts } : {}) };
    return true;
  }

  private async subjectOf(route: RouteAccess, request: HttpRequest): Promise<Subject> {
    if (route.mode === 'service') return this.serviceOf(request);
    if (isInternal(request)) throw notFound();
    if (route.mode === 'public') {
      this.limits.count(route.limit, networkOf(request));
      return { kind: 'public' };
    }
    if (route.mode === 'complainant') return this.complainantOf(route.id, request);
    return this.identity.staffOf(bearerOf(request));
  }

  private async serviceOf(request: HttpRequest): Promise<Subject> {
    if (!isInternal(request)) throw notFound();
    const service = await this.services.verify(bearerOf(request));
    if (!service) throw new Problem('unauthenticated', 'unauthenticated');
    return { kind: 'service', service };
  }

  /** A number without a code, with a wrong one, and an invented number are one answer. */
  private async complainantOf(id: string, request: HttpRequest): Promise<Subject> {
    const caseNo = valueAt(request, id) ?? '';
    const code = request.headers['x-tracking-code'];
    const known = await this.codes.verify(caseNo, typeof code === 'string' ? code : '', networkOf(request));
    if (!known) throw notFound();
    return { kind: 'complainant', caseNo };
  }

  private async factsOf(route: RouteAccess, request: HttpRequest): Promise<Facts | undefined> {
    if (route.mode === 'complainant') {
      const caseNo = valueAt(request, route.id) ?? '';
      return { kind: 'case', id: caseNo, caseNo };
    }
    if (route.mode !== 'object') return undefined;
    const id = valueAt(request, route.id);
    const facts = id === undefined ? undefined : await this.loaders.get(route.on)?.load(id);
    if (!facts) throw notFound();
    return facts;
  }

  /** Before the value leaves: a read that is to be audited and cannot be is refused. */
  private async record(
    request: HttpRequest,
    route: RouteAccess,
    subject: Subject,
    facts: Facts | undefined,
    decision: Decision,
  ): Promise<void> {
    const traceId = currentTraceId();
    await this.audit.record(this.database, {
      actor: actorOf(subject, networkOf(request)),
      action: route.mode === 'service' ? 'sys.form' : route.action,
      kind: facts?.kind ?? 'none',
      id: facts?.id ?? '',
      ...(facts?.caseNo ? { caseNo: facts.caseNo } : {}),
      outcome: decision.ok ? 'done' : 'refused',
      row: decision.row,
      ...(traceId ? { traceId } : {}),
    });
  }
}

function actorOf(subject: Subject, network: string): AuditActor {
  switch (subject.kind) {
    case 'staff':
      return {
        kind: 'staff',
        id: subject.personId,
        roles: [...new Set(subject.holdings.map(({ role }) => role))],
        unitId: subject.unitId,
        network,
      };
    case 'complainant':
      return { kind: 'complainant', id: subject.caseNo, network };
    case 'service':
      return { kind: 'service', id: subject.service };
    case 'public':
      return { kind: 'public', network };
  }
}

function bearerOf(request: HttpRequest): string {
  const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (!token) throw new Problem('unauthenticated', 'unauthenticated');
  return token;
}

/** `param:id` → the path parameter of that name. */
function valueAt(request: HttpRequest, at: string): string | undefined {
  const [place, name = ''] = at.split(':');
  const source = place === 'param' ? request.params : place === 'query' ? request.query : request.body;
  const value = (source as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
}
