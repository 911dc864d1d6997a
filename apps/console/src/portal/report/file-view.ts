import type { FileReport, ReportReceipt, ReporterIdentity } from '@huiying/contracts';
import { button, choice, chosen, element, field } from './elements.js';
import { fileField } from './file-field.js';
import { namedLines } from './named-lines.js';
import { attach, file, organisations, Refusal } from './report-api.js';
import { word } from './words.js';

/** The form: who is named first, for that keeps people out; then what, evidence, how to be told. */
export function fileView(onFiled: (receipt: ReportReceipt, faults: string[]) => void): HTMLElement {
  const where = element('select');
  void organisations().then((all) => {
    const options = all.map(({ id, name }) => element('option', { value: id }, name));
    where.replaceChildren(element('option', { value: '' }, word('choose')), ...options);
  });
  const named = namedLines();
  const text = (rows: string) => element('textarea', { rows, maxlength: '10000' });
  const [what, evidence] = [text('8'), text('3')];
  const files = fileField(true);
  const who = {
    name: element('input', { maxlength: '100' }),
    phone: element('input', { maxlength: '40', inputmode: 'tel' }),
    more: element('input', { maxlength: '200' }),
  };
  const faults = element('div', { role: 'alert', tabindex: '-1' });
  const submit = button(word('send'), () => void send());
  const view = element(
    'section',
    {},
    field(word('where'), where, word('whereHint')),
    element('h2', {}, word('named')),
    element('p', { class: 'hint' }, word('namedHint')),
    named.view,
    field(word('what'), what, word('whatHint')),
    field(word('evidence'), evidence),
    files.view,
    choice(word('form'), 'form', [
      ['written', word('written')],
      ['oral', word('oral')],
    ]),
    choice(word('tell'), 'tell', [
      ['online', word('online')],
      ['in-person', word('inPerson')],
    ]),
    element('h2', {}, word('who')),
    element('p', { class: 'hint' }, word('whoHint')),
    field(word('name'), who.name),
    field(word('phone'), who.phone),
    field(word('more'), who.more),
    faults,
    element('div', { class: 'actions' }, submit),
  );

  const identity = (): ReporterIdentity =>
    Object.fromEntries(
      Object.entries(who)
        .map(([key, input]) => [key, input.value.trim()])
        .filter(([, value]) => value !== ''),
    ) as ReporterIdentity;
  const refuse = (lines: string[]) => {
    const items = lines.map((line) => element('li', {}, line));
    faults.replaceChildren(element('div', { class: 'fault' }, word('wrong'), element('ul', {}, ...items)));
    faults.focus();
  };
  const send = async () => {
    const report: FileReport = {
      description: what.value.trim(),
      evidence: evidence.value.trim(),
      reportForm: chosen(view, 'form') === 'oral' ? 'oral' : 'written',
      named: named.read(),
      ...(where.value ? { organisationId: where.value } : {}),
      tellBy: chosen(view, 'tell') === 'in-person' ? 'in-person' : 'online',
      identity: identity(),
    };
    if (where.options.length > 1 && where.value === '') return refuse([word('where')]);
    if (report.description.length < 10) return refuse([word('whatHint')]);
    submit.disabled = true;
    submit.textContent = word('sending');
    try {
      const receipt = await file(report);
      onFiled(receipt, await sendFiles(receipt, files.chosen(), files.asItIs()));
    } catch (error) {
      refuse(error instanceof Refusal ? error.lines : [word('noAnswer')]);
    } finally {
      submit.disabled = false;
      submit.textContent = word('send');
    }
  };
  return view;
}

/** One after another; a refused file does not undo the report. @returns why some were not kept, each with its place in the choice */
async function sendFiles(receipt: ReportReceipt, files: File[], asItIs: boolean): Promise<string[]> {
  const faults: string[] = [];
  for (const [index, sent] of files.entries()) {
    try {
      await attach(receipt, sent, asItIs);
    } catch (error) {
      const lines = error instanceof Refusal ? error.lines : [word('noAnswer')];
      faults.push(...lines.map((line) => `${index + 1}. ${line}`));
    }
  }
  return faults;
}
