import { Injectable } from '@nestjs/common';

/** Where this process answers `/internal/*`; known once it listens. */
@Injectable()
export class InternalAddress {
  private known: string | undefined;

  get url(): string {
    if (!this.known) throw new Error('the internal port is not open yet');
    return this.known;
  }

  listensAt(url: string): void {
    this.known = url;
  }
}
