import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { type Dictionary, fill, type Language, type Params } from './translate.js';

export interface Words<D extends Dictionary> {
  language: Language;
  setLanguage: (language: Language) => void;
  t: (key: keyof D & string, params?: Params) => string;
  /** Text of a code that comes from the server: the entry `prefix.code`, or the code itself where the dictionary has none. */
  code: (prefix: string, code: string | null | undefined) => string;
  /** The language of the page from a text that the server gives in both. */
  pick: (text: { zh: string; en: string }) => string;
}

const STORED = 'huiying.language';

/** One dictionary for one entry of the application; English comes as its own chunk when somebody asks for it. */
export function createWords<D extends Dictionary>(zh: D, loadEnglish: () => Promise<{ [K in keyof D]: string }>) {
  const Context = createContext<Words<D> | undefined>(undefined);

  function WordsProvider({ children }: { children: ReactNode }) {
    const [wanted, setWanted] = useState<Language>(() => (localStorage.getItem(STORED) === 'en' ? 'en' : 'zh-CN'));
    const [english, setEnglish] = useState<{ [K in keyof D]: string }>();
    useEffect(() => {
      if (wanted === 'en' && !english) void loadEnglish().then(setEnglish);
    }, [wanted, english]);
    const language: Language = wanted === 'en' && english ? 'en' : 'zh-CN';
    useEffect(() => {
      document.documentElement.lang = language;
    }, [language]);
    const setLanguage = useCallback((next: Language) => {
      localStorage.setItem(STORED, next);
      setWanted(next);
    }, []);
    const value = useMemo<Words<D>>(() => {
      const texts: Dictionary = language === 'en' && english ? english : zh;
      return {
        language,
        setLanguage,
        t: (key, params) => fill(texts[key] ?? key, params),
        code: (prefix, code) => (code ? (texts[`${prefix}.${code}`] ?? code) : ''),
        pick: (text) => (language === 'en' ? text.en : text.zh),
      };
    }, [language, english, setLanguage]);
    if (wanted === 'en' && !english) return null;
    return <Context.Provider value={value}>{children}</Context.Provider>;
  }

  function useWords(): Words<D> {
    const words = useContext(Context);
    if (!words) throw new Error('no WordsProvider above');
    return words;
  }

  return { WordsProvider, useWords };
}
