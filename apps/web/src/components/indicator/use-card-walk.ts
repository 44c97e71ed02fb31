import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { isTyping } from './indicator-card';

/** Whether single keys work for this person on this device; on at first, can be switched off (WCAG 2.1.4). */
export function useSingleKeys() {
  return useLocalStorage({ key: 'braidway.single-keys', defaultValue: true, getInitialValueInEffect: false });
}

const STEPS: Record<string, number> = { j: 1, k: -1 };

function enter(card: HTMLElement | undefined): void {
  card?.querySelector<HTMLElement>('input:checked, input')?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'center' });
}

/** Moves between the indicator cards inside `ref`: J and K while `enabled`, and to the first one that is still open. */
export function useCardWalk(enabled: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const cards = () => [...(ref.current?.querySelectorAll<HTMLElement>('[data-indicator]') ?? [])];
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const step = STEPS[event.key.toLowerCase()];
      if (!enabled || !step || isTyping(event as never)) return;
      const list = cards();
      const here = list.findIndex((card) => card.contains(document.activeElement));
      enter(list[here < 0 ? 0 : here + step]);
    };
    document.addEventListener('keydown', walk);
    return () => document.removeEventListener('keydown', walk);
  }, [enabled]);
  return { ref, toNextOpen: () => enter(cards().find((card) => card.dataset['open'] === 'true')) };
}
