import { Button, Checkbox, Popover, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../form/date-field';
import type { FilterDef } from './filters';

interface FilterEditorProps {
  /** One filter to change, or those that can be added. */
  filters: FilterDef[];
  value?: string;
  onApply: (key: string, value: string | undefined) => void;
  /** Makes the button that opens the editor. */
  children: (toggle: () => void) => ReactElement;
}

/** Small form over the list: which filter, which value. */
export function FilterEditor({ filters, value, onApply, children }: FilterEditorProps) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure();
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && close()}
      trapFocus
      withinPortal={false}
      position="bottom-start"
      shadow="md"
      width={300}
    >
      <Popover.Target>{children(toggle)}</Popover.Target>
      <Popover.Dropdown aria-label={t('filter.heading')}>
        {opened && (
          <EditorForm
            filters={filters}
            value={value}
            onApply={(key, next) => {
              onApply(key, next);
              close();
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function EditorForm({ filters, value = '', onApply }: Pick<FilterEditorProps, 'filters' | 'value' | 'onApply'>) {
  const { t } = useTranslation();
  const [key, setKey] = useState(filters[0]!.key);
  const [draft, setDraft] = useState(value);
  const filter = filters.find((item) => item.key === key) ?? filters[0]!;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onApply(filter.key, draft.trim() || undefined);
      }}
    >
      <Stack gap="sm">
        {filters.length > 1 && (
          <Select
            label={t('filter.pick')}
            data={filters.map((item) => ({ value: item.key, label: item.label }))}
            value={key}
            allowDeselect={false}
            onChange={(next) => {
              setKey(next ?? key);
              setDraft('');
            }}
          />
        )}
        <FilterValue filter={filter} draft={draft} onChange={setDraft} />
        <Button type="submit" size="sm">
          {t('filter.apply')}
        </Button>
      </Stack>
    </form>
  );
}

function FilterValue({
  filter,
  draft,
  onChange,
}: {
  filter: FilterDef;
  draft: string;
  onChange: (next: string) => void;
}) {
  if (filter.kind === 'text')
    return (
      <TextInput
        label={filter.label}
        value={draft}
        onChange={(event) => onChange(event.currentTarget.value)}
        data-autofocus
      />
    );
  if (filter.kind === 'day')
    return (
      <DateField label={filter.label} value={draft || null} onChange={(day) => onChange(day ?? '')} data-autofocus />
    );
  if (filter.one)
    return (
      <Radio.Group label={filter.label} value={draft} onChange={onChange}>
        <Stack gap={8} mt={6} mah={260} style={{ overflowY: 'auto' }} p={2}>
          {filter.options.map((option) => (
            <Radio key={option.value} value={option.value} label={option.label} />
          ))}
        </Stack>
      </Radio.Group>
    );
  return (
    <Checkbox.Group
      label={filter.label}
      value={draft ? draft.split(',') : []}
      onChange={(chosen) => onChange(chosen.join(','))}
    >
      <Stack gap={8} mt={6} mah={260} style={{ overflowY: 'auto' }} p={2}>
        {filter.options.map((option) => (
          <Checkbox key={option.value} value={option.value} label={option.label} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
