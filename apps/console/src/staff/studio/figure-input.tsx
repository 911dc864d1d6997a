import { type ParameterValue, type ParameterView, ROLE_NAMES, ROLES } from '@huiying/contracts';
import { Input, Select } from 'antd';
import { useWords } from '../../words/staff-words.js';
import type { ControlAttributes } from '../parts/labelled.js';

const UNITS = ['d', 'wd', 'h', 'same-day', 'date'];

/** The control that a figure of its kind is changed with. */
export function FigureInput(props: {
  attributes: ControlAttributes;
  figure: ParameterView;
  value: ParameterValue;
  onChange: (value: ParameterValue) => void;
}) {
  const { t, code, pick } = useWords();
  const { attributes, figure, value, onChange } = props;
  const popup = (trigger: HTMLElement) => trigger.parentElement ?? document.body;
  const roles = ROLES.map((role) => ({ value: role, label: pick(ROLE_NAMES[role]) }));
  switch (figure.kind) {
    case 'number':
      return (
        <Input
          {...attributes}
          type="number"
          step="any"
          suffix={figure.unit}
          value={String(value)}
          onChange={(event) => onChange(event.target.value === '' ? '' : Number(event.target.value))}
        />
      );
    case 'flag':
      return (
        <Select
          {...attributes}
          value={value === true}
          onChange={onChange}
          getPopupContainer={popup}
          options={[true, false].map((one) => ({ value: one, label: t(one ? 'parameters.yes' : 'parameters.no') }))}
        />
      );
    case 'unit':
      return (
        <Select
          {...attributes}
          value={String(value)}
          onChange={onChange}
          getPopupContainer={popup}
          options={UNITS.map((unit) => ({ value: unit, label: code('parameterUnit', unit) }))}
        />
      );
    case 'role':
      return (
        <Select
          {...attributes}
          showSearch={{ optionFilterProp: 'label' }}
          value={String(value)}
          onChange={onChange}
          getPopupContainer={popup}
          options={roles}
        />
      );
    case 'roles':
      return (
        <Select
          {...attributes}
          mode="multiple"
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
          getPopupContainer={popup}
          options={roles}
        />
      );
    case 'list':
      return (
        <Input
          {...attributes}
          value={Array.isArray(value) ? value.join(',') : ''}
          onChange={(event) => onChange(event.target.value.split(',').map((one) => one.trim()))}
        />
      );
    case 'day':
      return (
        <Input {...attributes} type="date" value={String(value)} onChange={(event) => onChange(event.target.value)} />
      );
    case 'text':
    case 'formula':
      return (
        <Input
          {...attributes}
          maxLength={500}
          value={String(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
