package cn.tuanwu.access;

import cn.tuanwu.org.Organisation;

/** Who is asking. A desk that shows or changes another person's things takes one, so forgetting it doesn't compile. */
public sealed interface Caller {

    /** kind:id, for the audit. */
    String actor();

    /** A person with an account, acting on their own things. */
    record OwnAccount(long accountId) implements Caller {
        @Override
        public String actor() {
            return "account:" + accountId;
        }
    }

    /** An operator or admin acting in WeChat Work; what they may decide is in the roster, asked at the moment of acting. */
    record Staff(long staffId, String name) implements Caller {
        @Override
        public String actor() {
            return "staff:" + staffId;
        }
    }

    /**
     * Someone at the console. A desk asks for the least it needs; {@link Seat} says whose role gives what. Whatever they
     * are, they see the subtree of their organisation and nothing else.
     */
    sealed interface AtConsole extends Caller {
        Seat seat();

        default Organisation organisation() {
            return seat().organisation();
        }

        @Override
        default String actor() {
            return seat().actor();
        }
    }

    /** Whoever sits at the console, on what is their own: where they sit, where they are signed in. */
    record Seated(Seat seat) implements AtConsole {}

    /** May look: admins, operators, view-only cadres. */
    record Viewer(Seat seat) implements AtConsole {}

    /** May decide what waits: admins and operators. */
    record Reviewer(Seat seat) implements AtConsole {}

    /** May change organisations, operators, invitations, number segments: admins. */
    record Admin(Seat seat) implements AtConsole {}

    /** May change who signs in at the console, and how: security admins, who see no member. */
    record Security(Seat seat) implements AtConsole {}

    /** May read the audit, and nothing else. */
    record Auditor(Seat seat) implements AtConsole {}
}
