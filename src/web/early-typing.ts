const WAIT_MS = 3000;

/**
 * Keeps what is typed between the key that opens a window and its field having the focus: people type on at once.
 * @param keep  called with all of it, each time that a character comes
 */
export function catchEarlyTyping(keep: (typed: string) => void): void {
  let typed = '';
  const onKey = (event: KeyboardEvent) => {
    const isOver = document.activeElement instanceof HTMLInputElement || ['Escape', 'Enter', 'Tab'].includes(event.key);
    if (isOver) return stop();
    const isLetter = event.key.length === 1;
    if (!isLetter && event.key !== 'Backspace') return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    typed = isLetter ? typed + event.key : typed.slice(0, -1);
    keep(typed);
  };
  const stop = () => {
    clearTimeout(timer);
    document.removeEventListener('keydown', onKey, true);
  };
  const timer = setTimeout(stop, WAIT_MS);
  document.addEventListener('keydown', onKey, true);
}
