type Child = Node | string;
type Attributes = Record<string, string | boolean>;

/** An element with attributes and children; text is text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (value !== false) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

export function button(text: string, onPress: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', onPress);
  return made;
}

let fields = 0;

/** A label with its field; the browser is asked to remember nothing. */
export function field<T extends HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
  label: string,
  input: T,
  hint?: string,
): HTMLElement {
  const id = `f${++fields}`;
  input.id = id;
  input.autocomplete = 'off';
  input.setAttribute('spellcheck', 'false');
  const parts: Child[] = [element('label', { for: id }, label)];
  if (hint) {
    input.setAttribute('aria-describedby', `${id}h`);
    parts.push(element('p', { class: 'hint', id: `${id}h` }, hint));
  }
  return element('div', {}, ...parts, input);
}

/** One of several, as radio buttons. */
export function choice(legend: string, name: string, options: [value: string, text: string][]): HTMLFieldSetElement {
  const radios = options.map(([value, text], index) =>
    element('label', {}, element('input', { type: 'radio', name, value, checked: index === 0 }), text),
  );
  return element('fieldset', {}, element('legend', {}, legend), ...radios);
}

export function chosen(within: HTMLElement, name: string): string {
  return within.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value ?? '';
}
