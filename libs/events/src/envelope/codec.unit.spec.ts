import { CloudEvent as Sdk } from 'cloudevents';
import * as fc from 'fast-check';
import type { Envelope } from './cloud-event.js';
import { sequenceText, shanghaiDay, shanghaiTime } from './cloud-event.js';
import { binaryHeaders, fromBinary, structuredText, toCloudEvent } from './codec.js';

const data =
  '{"caseNo":"TS-FH01-20260302-0007","orgId":"FH01","at":"2026-03-02T10:15:00.123+08:00","actorId":"system","kind":"after-sales","admission":"accept","ownerGroup":"intake-desk"}';
const envelope: Envelope = {
  specversion: '1.0',
  id: '0197a1c4-6c1e-7d3a-9b51-2f6f0f3f8a10',
  source: '/huiying/intake',
  type: 'case.accepted',
  subject: 'TS-FH01-20260302-0007',
  time: '2026-03-02T10:15:00.123+08:00',
  datacontenttype: 'application/json',
  dataschema: 'urn:huiying:schema:case.accepted:1.0',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  partitionkey: 'TS-FH01-20260302-0007',
  sequence: '0000000004',
  caseno: 'TS-FH01-20260302-0007',
  orgid: 'FH01',
  processid: 'eligibility-check',
  processversion: '7',
  elementid: 'accept-case',
  dataclassification: 'internal',
};

describe('the codec', () => {
  it('keeps the bytes of data in structured mode', () => {
    const text = structuredText(envelope, data, { position: '17' });
    expect(text.endsWith(`,"data":${data}}`)).toBe(true);
    expect(JSON.parse(text)).toEqual({ ...envelope, position: '17', data: JSON.parse(data) as unknown });
    expect(text).not.toContain('\n');
  });

  it('is valid by the CloudEvents SDK', () => {
    expect(() => new Sdk({ ...toCloudEvent(envelope, data) }, true).validate()).not.toThrow();
  });

  it('goes to binary mode and back without loss', () => {
    const headers = binaryHeaders(envelope);
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      ce_type: 'case.accepted',
      ce_sequence: '0000000004',
    });
    expect(headers).not.toHaveProperty('ce_datacontenttype');
    expect(fromBinary(headers)).toEqual(envelope);
  });

  it('writes sequences whose text order is their number order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.integer({ min: 1, max: 2 ** 31 }), (a, b) => {
        expect(sequenceText(a) < sequenceText(b)).toBe(a < b);
      }),
    );
  });

  it('writes times of the regulations’ zone, to the millisecond', () => {
    expect(shanghaiTime(new Date('2026-03-02T02:15:00.123Z'))).toBe('2026-03-02T10:15:00.123+08:00');
    expect(shanghaiTime(new Date('2026-12-31T23:30:00.000Z'))).toBe('2027-01-01T07:30:00.000+08:00');
    expect(shanghaiDay(new Date('2026-12-31T23:30:00.000Z'))).toBe('2027-01-01T00:00:00.000+08:00');
  });
});
