import { Injectable } from '@nestjs/common';
import { FactsLoader, type Facts } from '@huiying/platform';
import { Attachments, fileNameOf } from './attachments.js';

/** Files as they go out. */
@Injectable()
export class AttachmentDownloads {
  constructor(private readonly attachments: Attachments) {}

  async read(id: string): Promise<{ name: string; contentType: string; content: Buffer } | null> {
    const row = await this.attachments.find(id);
    if (!row?.caseNo) return null;
    return { name: fileNameOf(row), contentType: row.contentType, content: await this.attachments.content(id) };
  }
}

/** A file is as secret as its case; one without a case is nobody's. */
@Injectable()
export class AttachmentFactsLoader extends FactsLoader {
  readonly kind = 'attachment';

  constructor(private readonly attachments: Attachments) {
    super();
  }

  async load(id: string): Promise<Facts | undefined> {
    const row = await this.attachments.find(id);
    return row?.caseNo ? { kind: 'attachment', id, caseNo: row.caseNo } : undefined;
  }
}
