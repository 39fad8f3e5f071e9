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

    /** A committee's organisation account at the console; sees its own subtree. */
    record OrgAccount(long orgAccountId, Organisation organisation) implements Caller {
        @Override
        public String actor() {
            return "org-account:" + orgAccountId;
        }
    }
}
