import type { ReportReceipt } from '@huiying/contracts';
import { button, element } from './elements.js';
import { fileView } from './file-view.js';
import { followView } from './follow-view.js';
import { leave, listenForExit } from './quick-exit.js';
import { acceptLanguage, otherLanguage, word } from './words.js';

/**
 * 员工举报 (console.md P8): plain, without framework or shared bundle; nothing is stored on the device, neither draft nor number nor
 * language, and the address never changes.
 */
const page = document.getElementById('page');

function start(): void {
  document.documentElement.lang = acceptLanguage();
  document.title = word('title');
  const body = element('div');
  const show = (view: HTMLElement) => body.replaceChildren(view);
  page?.replaceChildren(
    element(
      'header',
      {},
      button(word('other'), () => {
        otherLanguage();
        start();
      }),
      button(word('leave'), leave),
    ),
    element('h1', {}, word('heading')),
    element('p', {}, word('intro')),
    element('p', { class: 'hint' }, word('leaveHint')),
    element(
      'div',
      { class: 'actions' },
      button(word('file'), () => show(fileView((receipt, faults) => show(receiptView(receipt, faults))))),
      button(word('follow'), () => show(followView())),
    ),
    body,
  );
}

/** Shown once: no picture, no message, no storage. */
function receiptView({ reportNo, receipt }: ReportReceipt, faults: string[]): HTMLElement {
  const groups = receipt.match(/.{1,4}/g)?.join(' ') ?? receipt;
  const heading = element('h2', { tabindex: '-1' }, word('kept'));
  queueMicrotask(() => heading.focus());
  return element(
    'section',
    { 'aria-live': 'polite' },
    heading,
    element('div', { class: 'receipt' }, `${word('number')} ${reportNo}`, element('br'), `${word('code')} ${groups}`),
    ...faults.map((fault) => element('p', { class: 'fault' }, fault)),
    element('div', { class: 'actions' }, button(word('done'), start)),
  );
}

listenForExit();
start();
