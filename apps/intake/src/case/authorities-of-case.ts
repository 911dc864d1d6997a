import { Injectable } from '@nestjs/common';
import { Directory } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { CaseBook } from './case-book.js';
import { PersonalData } from './personal-data.js';

/** 外部机关: what the desk wrote, as units of the directory. A name that the directory does not know reads nothing (R06.4). */
@Injectable()
export class AuthoritiesOfCase {
  constructor(
    private readonly database: DataSource,
    private readonly book: CaseBook,
    private readonly personal: PersonalData,
    private readonly directory: Directory,
  ) {}

  async of(caseNo: string): Promise<string[]> {
    const row = await this.book.read(caseNo);
    const text = await this.personal.open(this.database.manager, row, 'authorities');
    if (!text) return [];
    const named = new Set(text.split(/[、，,；;\s]+/));
    return (await this.directory.authorities())
      .filter(({ id, name }) => named.has(id) || named.has(name))
      .map(({ id }) => id);
  }
}
