import { Injectable } from '@nestjs/common';
import { Directory, type Person } from '@huiying/platform';

/** Whom a complaint names, as far as the directory knows them. */
export interface Respondent {
  unitId: string | null;
  personId: string | null;
}

/** Finds the unit and the person complained about by their names, so that neither handles the case unseen (回避). */
@Injectable()
export class Respondents {
  constructor(private readonly directory: Directory) {}

  async find(orgId: string, unitName: string | undefined, personName: string | undefined): Promise<Respondent> {
    const unitId = unitName ? await this.unitId(orgId, unitName.trim()) : null;
    const personId = personName ? await this.personId(unitId ?? orgId, personName.trim()) : null;
    return { unitId, personId };
  }

  private async unitId(orgId: string, name: string): Promise<string | null> {
    const units = await this.directory.unitsOf(orgId);
    const known = units.find((unit) => unit.id === name || unit.name === name);
    if (known) return known.id;
    const organisations = await this.directory.organisations();
    return organisations.find((unit) => unit.id === name || unit.name === name)?.id ?? null;
  }

  /** Only a name that exactly one person of the unit bears: a guess would keep the wrong one out. */
  private async personId(unitId: string, name: string): Promise<string | null> {
    const namesakes = (await this.directory.staffOf(unitId, name)).filter((person: Person) =>
      name.includes(person.name),
    );
    return namesakes.length === 1 ? (namesakes[0]?.id ?? null) : null;
  }
}
