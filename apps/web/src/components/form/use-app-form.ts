import { useForm, type FormErrors, type UseFormInput, type UseFormReturnType } from '@mantine/form';
import { useId, useRef, useState, type FormEvent } from 'react';
import { ApiProblem } from '../../api/problem';
import { splitErrors } from './server-errors';

type Values = Record<string, unknown>;

/** Milliseconds after leaving a field until it is checked: a message that appears while the mouse is down would move the button away under it. */
const REST = 250;

interface AppFormOptions<T extends Values> {
  initialValues: T;
  /** Rules checked when a field is left and before sending, by field. */
  validate?: UseFormInput<T>['validate'];
  /** Sends the values. @throws ApiProblem, whose refused fields are shown at the fields */
  submit: (values: T) => Promise<unknown>;
}

/** A form with its state; give it to `AppForm`, and `field('name')` to each input. */
export interface AppForm<T extends Values> {
  id: string;
  form: UseFormReturnType<T>;
  /** What could not be sent for another reason than its fields. */
  failure: Error | null;
  /** Refusals that belong to no field of this form. */
  others: string[];
  busy: boolean;
  /** Counts the refused attempts, so that the summary can take the focus each time. */
  refusals: number;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** Props of the input of a field; its id is what the summary links to. */
  field: (path: string, options?: { type?: 'input' | 'checkbox' }) => Record<string, unknown> & { id: string };
}

/** State of one form: checks on leaving a field, refused fields of the server at their place, one attempt at a time. */
export function useAppForm<T extends Values>({ initialValues, validate, submit }: AppFormOptions<T>): AppForm<T> {
  const id = useId();
  const form = useForm<T>({ initialValues, validate, clearInputErrorOnChange: true });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const [others, setOthers] = useState<string[]>([]);
  const [refusals, setRefusals] = useState(0);
  const refuse = (error: unknown) => {
    if (!(error instanceof Error)) throw error;
    const split = error instanceof ApiProblem ? splitErrors(error, form.getValues()) : { fields: {}, others: [] };
    form.setErrors(split.fields as FormErrors);
    setOthers(split.others);
    const explained = Object.keys(split.fields).length + split.others.length > 0;
    setFailure(explained ? null : error);
    setRefusals((count) => count + 1);
  };
  const send = async (values: T) => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    setOthers([]);
    await submit(values)
      .catch(refuse)
      .finally(() => setBusy(false));
  };
  const onSubmit = form.onSubmit(
    (values) => void send(values),
    () => setRefusals((count) => count + 1),
  );
  const latest = useRef(form);
  latest.current = form;
  const check = (path: string) =>
    setTimeout(() => latest.current.getInputProps(path).error || latest.current.validateField(path), REST);
  const field: AppForm<T>['field'] = (path, options) => ({
    id: `${id}-${path}`,
    ...form.getInputProps(path, options),
    onBlur: () => check(path),
  });
  return { id, form, failure, others, busy, refusals, onSubmit, field };
}
