package cn.tuanwu.kernel;

import java.util.List;
import java.util.function.Function;

/** What a desk answers: the value, or the reasons why not. A refused outcome has changed nothing. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(List<Refusal> refusals) implements Outcome<T> {
        public Refusal first() {
            return refusals.get(0);
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(List.of(refusal));
    }

    static <T> Outcome<T> refused(List<Refusal> refusals) {
        return new Refused<>(List.copyOf(refusals));
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> next) {
        if (this instanceof Done<T> done) {
            return new Done<>(next.apply(done.value()));
        }
        return new Refused<>(((Refused<T>) this).refusals());
    }
}
