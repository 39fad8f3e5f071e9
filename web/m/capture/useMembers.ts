import { ref } from "vue";
import { api, take } from "../door";
import { useLoad } from "../load";

/** Who lacks a form, or whom a name means; and the pages begun before. */
export function useMembers() {
  const name = ref("");
  const busy = ref(false);
  const { shown, trouble, load } = useLoad(() =>
    take(
      api.GET("/api/work/forms", {
        params: { query: { name: name.value || undefined } },
      }),
    ),
  );
  async function search(wanted: string) {
    name.value = wanted;
    busy.value = true;
    await load();
    if (name.value === wanted) busy.value = false;
  }
  return { forms: shown, trouble, busy, search, load };
}
