import { useState, type KeyboardEvent } from "react";
import { useFoundThings } from "./useFoundThings.ts";

/** What is typed, what it finds, and which of the finds the arrows stand on. */
export function useSearchField() {
  const [words, setWords] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { found, state } = useFoundThings(words);
  const isShown = isOpen && words.trim() !== "";

  const leave = () => {
    setOpen(false);
    setWords("");
    setAt(0);
  };
  const choose = (index: number) => {
    found[index]?.go();
    leave();
  };
  const step = (by: number) => setAt((at + by + found.length) % Math.max(1, found.length));
  const keys: Record<string, () => void> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Escape: leave,
    Enter: () => choose(at),
  };
  const press = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || !isShown) return;
    event.preventDefault();
    act();
  };
  const type = (typed: string) => {
    setWords(typed);
    setOpen(true);
    setAt(0);
  };
  return { words, found, at, isShown, note: state(words), setOpen, type, press, choose };
}
