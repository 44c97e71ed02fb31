import { Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FilterEditor } from './filter-editor';
import { filterText } from './filters';
import styles from './filter-pills.module.css';
import type { ListState } from './use-list-state';

interface FilterPillsProps {
  list: ListState;
  /** The announced number of results, already in words. */
  result?: string;
}

/** The filters of a list as pills that can be changed and removed, and the number of results, announced. */
export function FilterPills({ list, result }: FilterPillsProps) {
  const { t } = useTranslation();
  const active = list.filters.filter((filter) => list.values[filter.key]);
  const open = list.filters.filter((filter) => !list.values[filter.key]);
  return (
    <div className={styles.bar}>
      {active.map((filter) => (
        <span key={filter.key} className={styles.pill}>
          <FilterEditor filters={[filter]} value={list.values[filter.key]} onApply={list.setFilter}>
            {(toggle) => (
              <button
                type="button"
                onClick={toggle}
                className={styles.change}
                aria-label={t('filter.edit', { name: filter.label })}
              >
                {filter.label}: <b>{filterText(filter, list.values[filter.key] ?? '')}</b>
              </button>
            )}
          </FilterEditor>
          <button
            type="button"
            className={styles.remove}
            aria-label={t('filter.remove', { name: filter.label })}
            onClick={() => list.setFilter(filter.key, undefined)}
          >
            <IconX size={14} aria-hidden />
          </button>
        </span>
      ))}
      {open.length > 0 && (
        <FilterEditor filters={open} onApply={list.setFilter}>
          {(toggle) => (
            <Button
              onClick={toggle}
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={14} aria-hidden />}
            >
              {t('filter.add')}
            </Button>
          )}
        </FilterEditor>
      )}
      {active.length > 1 && (
        <Button size="compact-sm" variant="subtle" onClick={list.clearFilters}>
          {t('filter.clear')}
        </Button>
      )}
      <span role="status" className={styles.count}>
        {result}
      </span>
    </div>
  );
}
