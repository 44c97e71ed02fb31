import { Button, Checkbox, Group, Modal, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../api/client';
import {
  partnershipTeamQuery,
  peopleOfQuery,
  respondentsQuery,
  useTenant,
  type Instrument,
  type Round,
} from '../../api/readiness';
import { AppForm } from '../../components/form/app-form';
import { DateField } from '../../components/form/date-field';
import { needed } from '../../components/form/rules';
import { useAppForm } from '../../components/form/use-app-form';
import { useNotices } from '../../components/feedback/notices';
import styles from './rounds.module.css';

interface EditRoundProps {
  round: Round;
  instrument: Instrument;
  onClose: () => void;
}

/** Changes title, day, purpose and facilitator; what respondents were promised only before answering opens. */
export function EditRound({ round, instrument, onClose }: EditRoundProps) {
  const { t } = useTranslation('assessments');
  const { t: words } = useTranslation();
  const form = useEditForm(round, onClose);
  const people = useFacilitators(round);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('edit.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': words('action.close') }}
    >
      <AppForm of={form}>
        <TextInput label={t('new.name')} required maxLength={200} {...form.field('title')} />
        <DateField label={t('new.due')} description={t('new.dueHelp')} maw={260} {...form.field('dueOn')} />
        <Select
          label={t('facts.facilitator')}
          description={t('edit.facilitatorHelp')}
          searchable
          data={people}
          {...form.field('facilitatorPersonId')}
        />
        <Textarea label={t('new.purpose')} autosize minRows={2} maxLength={2000} {...form.field('purpose')} />
        {round.status === 'draft' && (
          <>
            <Radio.Group label={t('new.anonymity')} {...form.field('anonymity')}>
              <Stack gap="sm" mt={8}>
                {(['anonymous', 'named'] as const).map((value) => (
                  <Radio
                    key={value}
                    value={value}
                    label={t(`anonymity.${value}`)}
                    description={t(`anonymity.${value}Help`)}
                  />
                ))}
              </Stack>
            </Radio.Group>
            <Checkbox.Group
              label={t('new.elements')}
              description={t('new.elementsHelp')}
              {...form.field('elementKeys')}
            >
              <div className={styles.choices}>
                {instrument.elements.map(({ key, number, title }) => (
                  <Checkbox key={key} value={key} label={`${number}. ${title}`} />
                ))}
              </div>
            </Checkbox.Group>
          </>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {words('action.cancel')}
          </Button>
          <Button type="submit" loading={form.busy}>
            {words('action.save')}
          </Button>
        </Group>
      </AppForm>
    </Modal>
  );
}

function useEditForm(round: Round, onClose: () => void) {
  const { t } = useTranslation('assessments');
  const { t: words } = useTranslation('common');
  const tenant = useTenant();
  const cache = useQueryClient();
  const notices = useNotices();
  const { title, dueOn, purpose, facilitatorPersonId, anonymity, elementKeys } = round;
  return useAppForm({
    initialValues: { title, dueOn, purpose, facilitatorPersonId, anonymity, elementKeys: elementKeys ?? [] },
    validate: { title: needed(words, t('new.name')) },
    submit: async (values) => {
      const draft = round.status === 'draft' && {
        anonymity: values.anonymity,
        elementKeys: values.elementKeys.length > 0 ? values.elementKeys : null,
      };
      await unwrap(
        api.PATCH('/api/v1/t/{tenant}/assessments/{id}', {
          params: { path: { tenant, id: round.id }, header: ifMatch(round.version) },
          body: {
            title: values.title.trim(),
            dueOn: values.dueOn || null,
            purpose: values.purpose.trim(),
            ...(values.facilitatorPersonId && { facilitatorPersonId: values.facilitatorPersonId }),
            ...draft,
          },
        }),
      );
      await Promise.all(['round', 'rounds', 'my-work'].map((key) => cache.invalidateQueries({ queryKey: [key] })));
      notices.done(t('edit.saved'));
      onClose();
    },
  });
}

/** People who may lead the talk: those of the member organizations, the respondents, and who leads it now. */
function useFacilitators(round: Round): { value: string; label: string }[] {
  const tenant = useTenant();
  const members = useQuery(partnershipTeamQuery(tenant, round.partnershipId)).data?.members ?? [];
  const lists = useQueries({ queries: members.map(({ organizationId }) => peopleOfQuery(tenant, organizationId)) });
  const respondents = useQuery(respondentsQuery(tenant, round.id)).data?.items ?? [];
  const people = new Map<string, string>();
  if (round.facilitatorPersonId) people.set(round.facilitatorPersonId, round.facilitatorName ?? '');
  for (const { personId, personName } of respondents) people.set(personId, personName);
  for (const list of lists) for (const { id, displayName } of list.data?.items ?? []) people.set(id, displayName);
  return [...people].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label));
}
