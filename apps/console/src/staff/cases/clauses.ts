import type { RulebookText } from '@huiying/contracts';
import type { Language } from '../../words/translate.js';

/** One rule of a regulation, as the version of it has it that applies. */
export interface Clause {
  id: string;
  title: string;
  text: string;
  document: RulebookText;
}

const BEGINS = /^(R\d{2}\.\d+)\s*([^：:]*)[：:](.*)$/;

/** Pure: the clauses of the texts by rule id, in English where there is any. A line without an id belongs to the clause above it. */
export function clausesOf(texts: readonly RulebookText[], language: Language): ReadonlyMap<string, Clause> {
  const clauses = new Map<string, Clause>();
  for (const document of texts) {
    let open: Clause | undefined;
    for (const line of textIn(document, language).split('\n')) {
      const [, id, title = '', text = ''] = BEGINS.exec(line) ?? [];
      if (id !== undefined) {
        open = { id, title: title.trim(), text: text.trim(), document };
        clauses.set(id, open);
      } else if (open && line.trim() !== '') {
        open.text += `\n${line.trim()}`;
      }
    }
  }
  return clauses;
}

export const textIn = ({ text, textEn }: RulebookText, language: Language) =>
  language === 'en' ? (textEn ?? text) : text;

/** R08.8 stands in D08. */
export const documentOf = (ruleId: string) => `D${ruleId.slice(1, 3)}`;
