import { Injectable } from '@nestjs/common';
import { FactsLoader, type Facts } from '@huiying/platform';
import { Attachments, fileNameOf } from './attachments.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Files as they go out. */
@Injectable()
export class AttachmentDownloads {
  constructor(private readonly attachments: Attachments) {}

  async read(id: string): Promise<{ name: string; contentType: string; content: Buffer } | null> {
    const row = UUID.test(id) ? await this.attachments.find(id) : null;
    if (row?.caseNo === undefined || row.caseNo === null) return null;
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
    const row = UUID.test(id) ? await this.attachments.find(id) : null;
    return row?.caseNo ? { kind: 'attachment', id, caseNo: row.caseNo } : undefined;
  }
}
