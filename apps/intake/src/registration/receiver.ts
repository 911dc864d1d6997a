import { Injectable } from '@nestjs/common';
import { ROLES, type Posts, type Role } from '@huiying/contracts';
import { Directory, type StaffSubject } from '@huiying/platform';

/** 首问责任人/受理人 of a new case. */
export interface Receiver {
  /** null: it came by the portal and the desk has it. */
  personId: string | null;
  name: string | null;
  group: Role;
  unitId: string;
  /** Holds post intake or first-contact of the organisation: nobody has to take the case over (R12.1). */
  holdsPost: boolean;
}

/** Who received a complaint: the desk for the portal, the person at the keyboard otherwise. */
@Injectable()
export class Receivers {
  constructor(private readonly directory: Directory) {}

  async desk(orgId: string, posts: Posts): Promise<Receiver> {
    const group = firstRole(posts.intake) ?? 'intake-desk';
    const { unitId } = await this.directory.lookUpRole(group, { orgId });
    return { personId: null, name: null, group, unitId, holdsPost: true };
  }

  async staff(caller: StaffSubject, orgId: string, posts: Posts): Promise<Receiver> {
    const person = { personId: caller.personId, name: caller.name };
    const wanted: string[] = [...posts.intake, ...posts.firstContact];
    for (const role of wanted) {
      const holding = await this.heldHere(caller, role, orgId);
      if (holding) return { ...person, group: role as Role, unitId: holding, holdsPost: true };
    }
    const own = caller.holdings.find(({ role }) => isRole(role));
    return {
      ...person,
      group: (own?.role as Role | undefined) ?? firstRole(posts.intake) ?? 'intake-desk',
      unitId: own?.unitId ?? caller.unitId,
      holdsPost: false,
    };
  }

  private async heldHere(caller: StaffSubject, role: string, orgId: string): Promise<string | undefined> {
    for (const holding of caller.holdings) {
      if (holding.role !== role) continue;
      const unit = await this.directory.unit(holding.unitId);
      if (unit?.orgId === orgId) return holding.unitId;
    }
    return undefined;
  }
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

const firstRole = (roles: readonly string[]): Role | undefined => roles.find(isRole);
