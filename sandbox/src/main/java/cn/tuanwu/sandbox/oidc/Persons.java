package cn.tuanwu.sandbox.oidc;

import java.util.List;
import java.util.Optional;

/** Who has an account at the providers. */
final class Persons {

    private static final List<Person> ALL = List.of(
            new Person("linxiao", "林晓", "13822220001", true),
            new Person("hejiaming", "何家明", "13822220002", true),
            new Person("zhouting", "周婷", "13822220003", false));

    private Persons() {}

    static List<Person> all() {
        return ALL;
    }

    static Optional<Person> find(String id) {
        return ALL.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /** @param verified whether the provider has ever sent that phone a code */
    record Person(String id, String name, String phone, boolean verified) {}
}
