import { TRAINING_RESULT_NAMES, TRAINING_RESULTS, type TrainingResult } from '@huiying/contracts';
import { FieldFrame } from './field-frame.js';
import type { ReactFieldProps } from './react-field.js';

/** One person of 签到, as the owner's check takes it; the names are for those who read it. */
export interface AttendanceLine {
  personId: string;
  name: string;
  unit?: string;
  /** Absent: not said yet. */
  present?: boolean;
  result?: TrainingResult;
}

/**
 * 签到与考核: a line a person, by name and unit; those not entered yet are entered with one press. With property `present` = `true` only
 * the result is asked for (补训).
 */
export function AttendanceField(props: ReactFieldProps<AttendanceLine[]>) {
  const { field, errors, readOnly, domId, language, t, change } = props;
  const lines = props.value ?? [];
  const asksPresent = field.properties?.['present'] !== 'true';
  const isEntered = ({ present, result }: AttendanceLine) =>
    (asksPresent && present === false) || ((!asksPresent || present === true) && result !== undefined);
  const put = (at: number, line: AttendanceLine) => change(lines.map((one, index) => (index === at ? line : one)));
  const enterOthers = () =>
    change(lines.map((line) => (isEntered(line) ? line : { ...line, present: true, result: 'passed' })));
  const resultName = (result: TrainingResult) => TRAINING_RESULT_NAMES[result][language === 'en' ? 'en' : 'zh'];
  return (
    <FieldFrame field={field} errors={errors} domId={domId} group>
      <div className="attendance-head">
        <span role="status">
          {t('form.attendance.entered', { n: lines.filter(isEntered).length, all: lines.length })}
        </span>
        {!readOnly && (
          <button type="button" id={domId} className="measure-add" onClick={enterOthers}>
            {t(asksPresent ? 'form.attendance.others' : 'form.attendance.othersMadeUp')}
          </button>
        )}
      </div>
      <table className="attendance">
        <thead>
          <tr>
            <th scope="col">{t('form.attendance.name')}</th>
            {asksPresent && <th scope="col">{t('form.attendance.present')}</th>}
            <th scope="col">{t('form.attendance.result')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <tr key={line.personId}>
              <th scope="row">
                {line.name} {line.unit && <span className="quiet">{line.unit}</span>}
              </th>
              {asksPresent && (
                <td>
                  <Choice
                    name={`${domId}-${at}-present`}
                    label={`${line.name} ${t('form.attendance.present')}`}
                    disabled={readOnly}
                    value={line.present}
                    options={[
                      { value: true, label: t('form.attendance.came') },
                      { value: false, label: t('form.attendance.absent') },
                    ]}
                    onChange={(present) =>
                      put(at, present ? { ...line, present } : { ...withoutResult(line), present })
                    }
                  />
                </td>
              )}
              <td>
                <Choice
                  name={`${domId}-${at}-result`}
                  label={`${line.name} ${t('form.attendance.result')}`}
                  disabled={readOnly || (asksPresent && line.present !== true)}
                  value={line.result}
                  options={TRAINING_RESULTS.map((value) => ({ value, label: resultName(value) }))}
                  onChange={(result) => put(at, { ...line, result })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </FieldFrame>
  );
}

function Choice<T extends string | boolean>(props: {
  name: string;
  label: string;
  disabled: boolean;
  value: T | undefined;
  options: { value: T; label: string }[];
  onChange: (value: T) => void;
}) {
  return (
    <span role="radiogroup" aria-label={props.label} className="attendance-choice">
      {props.options.map(({ value, label }) => (
        <label key={String(value)}>
          <input
            type="radio"
            name={props.name}
            disabled={props.disabled}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
          />
          {label}
        </label>
      ))}
    </span>
  );
}

function withoutResult({ result: _, ...line }: AttendanceLine): AttendanceLine {
  return line;
}
