import { Button, Group, NumberInput, Radio, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../src/api/problem';
import { useConfirm } from '../src/components/feedback/confirm';
import { useNotices } from '../src/components/feedback/notices';
import { AppForm } from '../src/components/form/app-form';
import { DateField } from '../src/components/form/date-field';
import { email, needed } from '../src/components/form/rules';
import { useAppForm } from '../src/components/form/use-app-form';
import layout from '../src/components/layout.module.css';
import { Panel } from '../src/components/panel';

/** A form with every kind of field, notices and the confirm dialog. */
export function FormSection() {
  const { t } = useTranslation('common');
  const notices = useNotices();
  const confirm = useConfirm();
  const form = useAppForm({
    initialValues: { name: '', email: '', kind: null, starts: null, limit: 10, open: true, level: 'local', note: '' },
    validate: { name: needed(t, 'Name'), email: email(t) },
    submit: async () => {
      throw new ApiProblem({
        title: 'Invalid',
        status: 422,
        code: 'invalid',
        errors: [
          { path: 'kind', rule: 'required', message: 'Choose a kind of organization.' },
          { path: 'tenant', rule: 'limit', message: 'This system has reached its number of organizations.' },
        ],
      });
    },
  });
  const lock = async () => {
    const yes = await confirm({
      title: 'Lock this round?',
      body: 'Answers can no longer be changed.',
      confirm: 'Lock the round',
    });
    if (yes) notices.done('Round 3 is locked.', () => undefined);
  };
  return (
    <div className={layout.wideNarrow}>
      <Panel title="New organization">
        <AppForm of={form}>
          <TextInput label="Name" description="As the public knows it." required {...form.field('name')} />
          <TextInput label="E-mail" type="email" required {...form.field('email')} />
          <Select label="Kind" data={['School district', 'College', 'Employer']} {...form.field('kind')} />
          <DateField label="Starts on" {...form.field('starts')} />
          <NumberInput label="Hide counts below" description="Between 5 and 30." {...form.field('limit')} />
          <Radio.Group label="Level" {...form.field('level')}>
            <Stack gap={6} mt={4}>
              <Radio value="local" label="Local" />
              <Radio value="state" label="State" />
            </Stack>
          </Radio.Group>
          <Switch label="Open for answers" {...form.field('open', { type: 'checkbox' })} />
          <Textarea label="Note" autosize minRows={2} {...form.field('note')} />
          <Group>
            <Button type="submit" loading={form.busy}>
              Save
            </Button>
            <Button variant="default" onClick={() => void lock()}>
              Lock
            </Button>
          </Group>
        </AppForm>
      </Panel>
    </div>
  );
}
