import type { ReactNode } from 'react';
import type { FieldSchema } from './react-field.js';

/** Label, description and errors of a field of ours, in the classes of the viewer, so that they look and read like the others. */
export function FieldFrame(props: {
  field: FieldSchema;
  errors: string[];
  domId: string;
  group?: boolean;
  children: ReactNode;
}) {
  const { field, errors, domId, group } = props;
  const mark = field.validate?.required && (
    <span className="fjs-asterix" aria-hidden="true">
      *
    </span>
  );
  return (
    <div
      className={errors.length > 0 ? 'fjs-has-errors' : undefined}
      role={group ? 'group' : undefined}
      aria-labelledby={group ? `${domId}-label` : undefined}
    >
      {group ? (
        <span className="fjs-form-field-label" id={`${domId}-label`}>
          {field.label}
          {mark}
        </span>
      ) : (
        <label className="fjs-form-field-label" htmlFor={domId}>
          {field.label}
          {mark}
        </label>
      )}
      {props.children}
      {field.description && <div className="fjs-form-field-description">{field.description}</div>}
      {errors.length > 0 && (
        <div className="fjs-form-field-error" id={`${domId}-error`} aria-live="polite">
          <ul>
            {errors.map((error) => (
              <li key={error}>{error}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
