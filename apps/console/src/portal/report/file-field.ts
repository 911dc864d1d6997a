import { element, field } from './elements.js';
import { word } from './words.js';

const ACCEPT = 'image/jpeg,image/png,image/webp,.pdf,.docx,.xlsx,.mp3,.m4a';

/** Files to send, and whether they go as they are. */
export function fileField(multiple: boolean) {
  const input = element('input', { type: 'file', multiple, accept: ACCEPT });
  const asItIs = element('input', { type: 'checkbox' });
  const view = element(
    'div',
    {},
    field(word('files'), input, word('filesHint')),
    element('fieldset', {}, element('label', {}, asItIs, word('asItIs'))),
  );
  return { view, input, chosen: () => [...(input.files ?? [])], asItIs: () => asItIs.checked };
}
