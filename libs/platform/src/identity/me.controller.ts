import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MeView, NamedUnit } from '@huiying/contracts';
import { Access, Caller } from '../access/access.decorator.js';
import { worksOnCases } from '../access/decide.js';
import { Offers } from '../access/offers.js';
import { staff, type Subject } from '../access/subject.js';
import { Directory, type Unit } from '../directory/directory.js';

/** Who is signed in: names for the page, and what it may offer (access.md §2). */
@ApiTags('me')
@Controller('me')
export class MeController {
  constructor(
    private readonly directory: Directory,
    private readonly offers: Offers,
  ) {}

  @Get()
  @Access('me.self')
  async read(@Caller() caller: Subject): Promise<MeView> {
    const subject = staff(caller);
    const unit = await this.directory.unit(subject.unitId);
    if (!unit) throw new Error(`${subject.unitId} of a member of staff is no unit`);
    // Somebody of an outside authority belongs to no organisation of ours (R06.4).
    const organisation = (await this.directory.organisation(subject.unitId)) ?? unit;
    return {
      login: subject.login,
      name: subject.name,
      unit: named(unit),
      organisation: { ...named(organisation), orgType: organisation.orgType },
      groups: [...new Set(subject.holdings.map(({ role }) => role))].sort(),
      worksOnCases: worksOnCases(subject),
      may: await this.offers.actionsFor(subject),
    };
  }
}

const named = ({ id, name, nameEn }: Unit): NamedUnit => ({ id, name, nameEn });
