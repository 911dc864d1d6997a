import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useWords } from '../../words/staff-words.js';
import { customFields } from './custom-fields.js';
import { formTranslate, mendViewer } from './form-language.js';
import { type FormSchema, withoutEmptyFacts } from './form-schema.js';

export interface FormHandle {
  /** Validates as on submission; what is shown and editable. */
  submit(): { data: Record<string, unknown>; errors: Record<string, unknown> };
  /** What stands in the form now, checked or not: for the draft. */
  current(): Record<string, unknown>;
  /** Puts the focus on a field by its id. */
  focus(fieldId: string): void;
}

/** What we use of the viewer; its own declarations are looser. */
interface Viewer {
  importSchema(schema: unknown, data: unknown): Promise<unknown>;
  attachTo(element: HTMLElement): void;
  detach(): void;
  destroy(): void;
  on(event: string, handler: (payload: { data: Record<string, unknown> }) => void): void;
  submit(): { data: Record<string, unknown>; errors: Record<string, unknown> };
  setProperty(name: string, value: unknown): void;
  get(service: string): unknown;
  _getState(): { data: Record<string, unknown> };
}

/** The form-js viewer as a React element. Data is taken once: what a person types is never replaced under the hand. */
export function FormView({
  ref,
  ...props
}: {
  schema: FormSchema;
  data: Record<string, unknown>;
  readOnly: boolean;
  taskId?: string;
  onChange: (data: Record<string, unknown>) => void;
  ref?: Ref<FormHandle>;
}) {
  const place = useRef<HTMLDivElement>(null);
  const viewer = useRef<Viewer>(undefined);
  const onChange = useRef(props.onChange);
  const start = useRef(props.data);
  const locked = useRef(props.readOnly);
  const { schema, readOnly, taskId } = props;
  const { language, t } = useWords();
  useEffect(() => {
    onChange.current = props.onChange;
  });
  useEffect(() => {
    if (locked.current === readOnly) return;
    locked.current = readOnly;
    viewer.current?.setProperty('readOnly', readOnly);
  }, [readOnly]);

  useEffect(() => {
    if (!place.current) return;
    const form = new Form({
      additionalModules: [
        customFields({
          language,
          t,
          taskId,
          data: start.current,
          now: () => viewer.current?._getState().data ?? start.current,
        }),
        { translate: ['value', formTranslate(language)] },
      ],
    }) as unknown as Viewer;
    form.attachTo(place.current);
    viewer.current = form;
    const stopMending = mendViewer(place.current, language);
    // The viewer also reports what it did itself (defaults, properties): only other answers count as a change.
    let known: string | undefined;
    form.on('changed', ({ data }) => {
      const now = JSON.stringify(data);
      if (known === undefined || known === now) return;
      known = now;
      onChange.current(data);
    });
    void form.importSchema(withoutEmptyFacts(schema, start.current), start.current).then(() => {
      form.setProperty('readOnly', locked.current);
      known = JSON.stringify(form._getState().data);
    });
    return () => {
      known = undefined;
      stopMending();
      form.destroy();
    };
  }, [schema, language, t, taskId]);

  useImperativeHandle(ref, () => ({
    submit: () => viewer.current?.submit() ?? { data: {}, errors: {} },
    current: () => viewer.current?._getState().data ?? {},
    focus: (fieldId) => {
      const field = place.current?.querySelector<HTMLElement>(
        `[id$="-${CSS.escape(fieldId)}"], [id*="-${CSS.escape(fieldId)}-"], [id*="-${CSS.escape(fieldId)}_"]`,
      );
      const target = field?.matches('input, select, textarea, button')
        ? field
        : (field?.querySelector<HTMLElement>('input, select, textarea, button') ?? field);
      target?.scrollIntoView({ block: 'center' });
      target?.focus();
    },
  }));

  return <div className="form-view" ref={place} />;
}
