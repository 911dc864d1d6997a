import type { FollowedReport, ReportReceipt } from '@huiying/contracts';
import { button, element, field } from './elements.js';
import { fileField } from './file-field.js';
import { namedLines } from './named-lines.js';
import { attach, read, Refusal, say } from './report-api.js';
import { word } from './words.js';

/** Number and code open the dialogue; both are forgotten with the page. */
export function followView(): HTMLElement {
  const number = element('input', { maxlength: '13', autocapitalize: 'characters' });
  const code = element('input', { maxlength: '40', autocapitalize: 'characters' });
  const faults = element('div', { role: 'alert' });
  const open = async () => {
    const receipt = { reportNo: number.value.trim().toUpperCase(), receipt: code.value };
    try {
      const report = await read(receipt);
      view.replaceChildren(dialogue(receipt, report));
    } catch (error) {
      faults.replaceChildren(
        element('p', { class: 'fault' }, error instanceof Refusal ? error.message : word('noAnswer')),
      );
    }
  };
  const press = button(word('open'), () => void open());
  const view = element(
    'section',
    {},
    field(word('number'), number),
    field(word('code'), code),
    faults,
    element('div', { class: 'actions' }, press),
  );
  return view;
}

function dialogue(receipt: ReportReceipt, report: FollowedReport): HTMLElement {
  const view = element('div');
  const show = (now: FollowedReport, said = '') => {
    const text = element('textarea', { rows: '5', maxlength: '10000' });
    const named = namedLines();
    const files = fileField(false);
    const sendFile = button(word('sendFile'), () => {
      const [chosen] = files.chosen();
      if (chosen) void attempt(() => attach(receipt, chosen, files.asItIs()), word('fileKept'));
    });
    const faults = element('div', { role: 'status' }, said);
    const attempt = async (work: () => Promise<FollowedReport>, done: string) => {
      try {
        show(await work(), done);
      } catch (error) {
        faults.replaceChildren(
          element('p', { class: 'fault' }, error instanceof Refusal ? error.message : word('noAnswer')),
        );
      }
    };
    const send = button(word('sendMessage'), () => {
      if (text.value.trim() !== '') void attempt(() => say(receipt, text.value.trim(), named.read()), '');
    });
    const lines = now.messages.map(({ from, text: words, on }) =>
      element('li', {}, element('b', {}, `${word(from)} · ${on}`), element('div', { class: 'text' }, words)),
    );
    view.replaceChildren(
      element('p', {}, word(now.state === 'answered' ? 'answered' : 'progress')),
      ...now.openings.map(({ kind, on }) => element('p', {}, word(kind, { on }))),
      ...outcomeOf(now),
      element('h2', {}, word('messages')),
      lines.length > 0 ? element('ol', {}, ...lines) : element('p', {}, word('none')),
      field(word('say'), text),
      element('p', { class: 'hint' }, word('later')),
      named.view,
      files.view,
      element('div', { class: 'actions' }, sendFile),
      faults,
      element(
        'div',
        { class: 'actions' },
        send,
        button(word('close'), () => view.replaceChildren()),
      ),
    );
  };
  show(report);
  return view;
}

function outcomeOf({ outcome }: FollowedReport): HTMLElement[] {
  if (!outcome) return [];
  return [
    element('h2', {}, `${word('result')} · ${outcome.on}`),
    element('p', { class: 'text' }, outcome.result),
    element('h2', {}, word('advice')),
    element('p', { class: 'text' }, outcome.advice),
  ];
}
