import { nextTick, onMounted, onUnmounted, ref, watch } from "vue";

const NEAR_PIXELS = 60;

/** A list that goes to its newest line, also when it comes into view, and stays there when that line grows. */
export function useBottom(lines: () => unknown[]) {
  const list = ref<HTMLElement>();
  const down = () =>
    nextTick(() => {
      if (list.value) list.value.scrollTop = list.value.scrollHeight;
    });
  const size = new ResizeObserver(down);
  onMounted(() => size.observe(list.value!));
  onUnmounted(() => size.disconnect());
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
