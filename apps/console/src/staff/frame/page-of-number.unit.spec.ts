import { pageOfNumber } from './page-of-number.js';

it.each([
  ['TS-WY01-20260302-0007', '/cases/TS-WY01-20260302-0007'],
  ['CF-FD01-20260302-0001', '/penalties/CF-FD01-20260302-0001'],
  ['JF-QY01-20260302-0001', '/disputes/JF-QY01-20260302-0001'],
  ['BG-QY01-20260302-0001', '/exposures/BG-QY01-20260302-0001'],
  ['JB-ABCDEFGH12', undefined],
  ['JB-WY01-20260302-0001', undefined],
  ['厨房渗水', undefined],
])('%s is found at %s', (number, page) => {
  expect(pageOfNumber(number)).toBe(page);
});
