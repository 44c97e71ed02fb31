import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage, LANGUAGES } from '../../i18n/i18n';

/** Switches a public page to the other language, in that language's own word. */
export function LanguageButton() {
  const { i18n } = useTranslation();
  const other = i18n.language === 'es' ? 'en' : 'es';
  return (
    <Button variant="default" size="sm" lang={other} onClick={() => void changeLanguage(other)}>
      {LANGUAGES[other]}
    </Button>
  );
}
