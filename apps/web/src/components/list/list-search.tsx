import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from './use-list-state';

const REST = 300;

/** Search in a list: writes the filter `q` a moment after typing. */
export function ListSearch({ list, label }: { list: ListState; label: string }) {
  const { t } = useTranslation();
  const known = list.values['q'] ?? '';
  const [text, setText] = useState(known);
  const sent = useRef(known);
  const send = useDebouncedCallback((value: string) => {
    sent.current = value.trim();
    list.setFilter('q', sent.current || undefined);
  }, REST);
  useEffect(() => {
    if (known !== sent.current) setText((sent.current = known));
  }, [known]);
  const change = (value: string) => {
    setText(value);
    send(value);
  };
  return (
    <TextInput
      type="search"
      size="sm"
      w={{ base: '100%', xs: 260 }}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label={t('filter.clear')} onClick={() => change('')} />}
    />
  );
}
