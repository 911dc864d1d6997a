import { h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { createElement, type FunctionComponent } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { useWords } from '../../words/staff-words.js';
import type { Language } from '../../words/translate.js';

/** What form-js hands to a field. */
interface ViewerProps {
  field: FieldSchema;
  value: unknown;
  errors?: string[];
  disabled?: boolean;
  readonly?: boolean;
  domId: string;
  onChange: (change: { value: unknown }) => void;
}

export interface FieldSchema {
  id: string;
  key: string;
  label?: string;
  description?: string;
  validate?: { required?: boolean };
  /** Key of the form's data that holds the options. */
  valuesKey?: string;
  properties?: Record<string, string>;
}

export interface ReactFieldProps<T> {
  field: FieldSchema;
  value: T | undefined;
  errors: string[];
  readOnly: boolean;
  domId: string;
  language: Language;
  t: Translate;
  taskId: string | undefined;
  options: readonly Option[];
  /** What another field of the form says now. */
  sibling: (key: string) => unknown;
  change: (value: T | null) => void;
}

type Translate = ReturnType<typeof useWords>['t'];

/** Roots of their own know no context of the page: what a field needs of it is handed over. */
export interface FieldContext {
  language: Language;
  t: Translate;
  taskId?: string;
  /** What the form opened with: options that its owner offers. */
  data: Readonly<Record<string, unknown>>;
  /** What stands in the form now. */
  now: () => Readonly<Record<string, unknown>>;
}

interface Option {
  value: string;
  label: string;
}

function optionsOf({ valuesKey }: FieldSchema, { data }: FieldContext): Option[] {
  const offered = valuesKey === undefined ? undefined : data[valuesKey];
  return Array.isArray(offered) ? (offered as Option[]) : [];
}

/** form-js draws with Preact; a field of ours is a React element in a root of its own inside it. */
export function reactField<T>(type: string, component: FunctionComponent<ReactFieldProps<T>>, context: FieldContext) {
  function Bridge(props: ViewerProps) {
    const place = useRef<HTMLDivElement>(null);
    const root = useRef<Root>();
    useEffect(() => {
      if (!place.current) return;
      root.current ??= createRoot(place.current);
      root.current.render(
        createElement(component, {
          field: props.field,
          value: (props.value ?? undefined) as T | undefined,
          errors: props.errors ?? [],
          readOnly: Boolean(props.disabled) || Boolean(props.readonly),
          domId: props.domId,
          language: context.language,
          t: context.t,
          taskId: context.taskId,
          options: optionsOf(props.field, context),
          sibling: (key) => context.now()[key],
          change: (value) => props.onChange({ value }),
        }),
      );
    });
    useEffect(
      () => () => {
        // React forbids unmounting while it draws; the element is gone by then in any case.
        const gone = root.current;
        setTimeout(() => gone?.unmount());
      },
      [],
    );
    return h('div', { class: `fjs-form-field fjs-form-field-${type}`, ref: place });
  }
  Bridge.config = {
    type,
    keyed: true,
    name: type,
    group: 'basic-input',
    emptyValue: null,
    sanitizeValue: ({ value }: { value: unknown }) => value,
    create: (options: object = {}) => ({ label: '', ...options }),
  };
  return Bridge;
}
