import flatpickr from 'flatpickr';
import { Mandarin } from 'flatpickr/dist/l10n/zh.js';
import { english } from 'flatpickr/dist/l10n/default.js';
import type { Language } from '../../words/translate.js';
import type { FormComponent, FormSchema } from './form-schema.js';

/** English labels of a model stand in the extension property `en`, of an option in `en.<value>` (console.md §0.11). */
export function inLanguage(schema: FormSchema, language: Language): FormSchema {
  return language === 'en' ? { ...schema, components: schema.components?.map(inEnglish) } : schema;
}

function inEnglish(component: FormComponent): FormComponent {
  const { properties: english = {} } = component;
  return {
    ...component,
    ...(english['en'] && (component.text === undefined ? { label: english['en'] } : { text: english['en'] })),
    ...(component.values && {
      values: component.values.map((option) => ({
        ...option,
        label: english[`en.${String(option.value)}`] ?? option.label,
      })),
    }),
    ...(component.components && { components: component.components.map(inEnglish) }),
  };
}

/** form-js speaks English only; these are its own sentences. */
const CHINESE: Record<string, string> = {
  'Field is required.': '请填写此项',
  'Field must be a valid email.': '邮箱地址不完整，请核对',
  'Field must be a valid international phone number. (e.g. +4930664040900)':
    '电话号码请按国际格式填写，例如 +8613800005678',
  'Field must have maximum length of {value}.': '最多 {value} 个字',
  'Field must have maximum value of {value}.': '不能大于 {value}',
  'Field must have minimum length of {value}.': '至少 {value} 个字',
  'Field must have minimum value of {value}.': '不能小于 {value}',
  'Field must match pattern {value}.': '不符合要求的写法',
  'Value is not a number.': '请填写数字',
  'Value is expected to be an integer.': '请填写整数',
  'Value is expected to have at most 1 decimal digit.': '最多 1 位小数',
  'Value is expected to have at most {value} decimal digits.': '最多 {value} 位小数',
  'Please select a valid value, the two nearest valid values are {previousValue} and {nextValue}.':
    '请选择有效值，最近的是 {previousValue} 和 {nextValue}',
  'Date and time must both be entered.': '请同时填写日期和时间',
  'Max validation value is not a valid number.': '上限设置有误',
  'Min validation value is not a valid number.': '下限设置有误',
  'Add new': '增加一项',
  'All values selected': '已全部选择',
  'Click to remove sorting': '取消排序',
  'Click to sort by {value} ascending': '按 {value} 升序排列',
  'Click to sort by {value} descending': '按 {value} 降序排列',
  Collapse: '收起',
  Decrement: '减少',
  Increment: '增加',
  'Document reference is not defined.': '没有可以显示的文件',
  'Download {fileName}': '下载 {fileName}',
  'Expand all ({value})': '展开全部（{value}）',
  "External content couldn't be loaded.": '内容没有加载出来',
  'Next page': '下一页',
  'Previous page': '上一页',
  'No content to show.': '没有内容',
  'No files selected': '没有选择文件',
  'No results': '没有符合的项',
  'Nothing to show.': '没有内容',
  'Remove tag': '移除',
  Search: '搜索',
  'Skip to search': '跳到搜索',
  'Unable to download document': '文件没有下载下来',
  '{page} of {total}': '第 {page} 页，共 {total} 页',
  '{value} files selected': '已选 {value} 个文件',
};

export const REQUIRED_MESSAGE = 'Field is required.';

/** The viewer's translate service for a language; unknown sentences stay as they are. */
export function formTranslate(language: Language) {
  return (template: string, replacements: Record<string, string | number | null | undefined> = {}): string => {
    const text = language === 'en' ? template : (CHINESE[template] ?? template);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = replacements[name];
      return value === undefined || value === null ? whole : String(value);
    });
  };
}

/** Words that the viewer has fixed in its code instead of asking its translate service. */
const FIXED: Record<string, string> = {
  Search: '搜索',
  Select: '请选择',
  'No results': '没有符合的项',
  'yyyy/mm/dd': '年/月/日',
  'hh:mm': '时:分',
  'hh:mm ?m': '时:分',
};

/**
 * Mends what the viewer draws, as it is drawn: Chinese in place of its fixed words, the name of the question for each group of radios
 * or boxes (which it gives to sighted people only), the language of its calendar. Returns how to stop.
 */
export function mendViewer(root: HTMLElement, language: Language): () => void {
  flatpickr.localize(language === 'en' ? english : Mandarin);
  const mend = () => {
    for (const group of root.querySelectorAll('.fjs-form-field-radio, .fjs-form-field-checklist')) {
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', group.querySelector('.fjs-form-field-label')?.textContent ?? '');
    }
    if (language === 'en') return;
    for (const input of root.querySelectorAll<HTMLInputElement>('input[placeholder]'))
      input.placeholder = FIXED[input.placeholder] ?? input.placeholder;
    for (const element of root.querySelectorAll('.fjs-select-placeholder, .fjs-dropdownlist-empty')) {
      const text = FIXED[element.textContent];
      if (text && element.firstChild?.nodeType === Node.TEXT_NODE) element.firstChild.nodeValue = text;
    }
  };
  const observer = new MutationObserver(mend);
  observer.observe(root, { childList: true, subtree: true });
  mend();
  return () => observer.disconnect();
}
