import type { NamedInReport } from '@huiying/contracts';
import { button, element, field } from './elements.js';
import { word } from './words.js';

/** Lines of name and department; empty ones count for nothing. */
export function namedLines(): { view: HTMLElement; read: () => NamedInReport[] } {
  const lines: { name: HTMLInputElement; unit: HTMLInputElement }[] = [];
  const list = element('div');
  const add = () => {
    const line = { name: element('input', { maxlength: '100' }), unit: element('input', { maxlength: '100' }) };
    lines.push(line);
    list.append(element('div', { class: 'pair' }, field(word('name'), line.name), field(word('unit'), line.unit)));
  };
  add();
  const more = button(word('addNamed'), () => {
    add();
    lines.at(-1)?.name.focus();
  });
  const read = () =>
    lines
      .map(({ name, unit }) => ({ name: name.value.trim(), unit: unit.value.trim() }))
      .filter(({ name, unit }) => name !== '' || unit !== '')
      .map(({ name, unit }) => ({ ...(name ? { name } : {}), ...(unit ? { unit } : {}) }));
  return { view: element('div', {}, list, element('div', { class: 'actions' }, more)), read };
}
