import { ref } from "vue";
import { Refusal } from "./door";
import { useWork } from "./work";

/** A form that is sent: what was refused stands beside its field, what concerns the whole below. */
export function useForm() {
  const { said, busy, run } = useWork();
  const wrong = ref<Record<string, string>>({});
  const send = (work: () => Promise<unknown>) =>
    run(async () => {
      wrong.value = {};
      try {
        await work();
      } catch (error) {
        const beside =
          error instanceof Refusal ? (error.problem.errors ?? []) : [];
        for (const { field, message } of beside) wrong.value[field] = message;
        // The one sentence that stands beside its field needs no second place.
        if (beside[0]?.message !== (error as Error).message) throw error;
      }
    });
  return { said, wrong, busy, send };
}
