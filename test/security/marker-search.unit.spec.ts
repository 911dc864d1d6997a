import { findMarkers } from './marker-search.js';

const markers = { phone: '13877770001', name: '马可甲名' };

describe('the search for markers', () => {
  it.each([
    ['plain', 'x 13877770001 y', ['phone in here']],
    ['hex', Buffer.from('tel 13877770001').toString('hex'), ['phone in here']],
    ['base64 at any offset', Buffer.from('a13877770001z').toString('base64'), ['phone in here']],
    ['base64url', Buffer.from('ab马可甲名z').toString('base64url'), ['name in here']],
    ['URL-encoded', encodeURIComponent('马可甲名'), ['name in here']],
    ['masked', '138****0001 马**', []],
  ])('finds them %s', (_how, text, found) => expect(findMarkers(markers, 'here', text)).toEqual(found));
});
