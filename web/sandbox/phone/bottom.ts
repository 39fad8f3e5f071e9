import { nextTick, onMounted, ref, watch } from "vue";

const NEAR_PIXELS = 60;

/** A list that goes to its newest line, and stays there when that line grows. */
export function useBottom(lines: () => unknown[]) {
  const list = ref<HTMLElement>();
  const down = () =>
    nextTick(() => {
      if (list.value) list.value.scrollTop = list.value.scrollHeight;
    });
  onMounted(down);
  watch(lines, (now, before) => {
    if (now.length > before.length || atBottom(list.value)) void down();
  });
  return list;
}

function atBottom(list?: HTMLElement): boolean {
  if (!list) return false;
  const { scrollHeight, scrollTop, clientHeight } = list;
  return scrollHeight - scrollTop - clientHeight < NEAR_PIXELS;
}
