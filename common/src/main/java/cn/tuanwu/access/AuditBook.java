package cn.tuanwu.access;

import cn.tuanwu.audit.AuditDesk;
import cn.tuanwu.audit.AuditLine;
import cn.tuanwu.audit.AuditWish;
import cn.tuanwu.kernel.Tx;
import cn.tuanwu.org.Organisation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads the audit of a subtree. Each search is a line of its own; nothing here or elsewhere changes or removes one. */
@Service
public class AuditBook {
    private static final String ACCOUNT = "org-account";

    private final AuditDesk audit;
    private final ConsoleAccounts accounts;
    private final Tx tx;

    AuditBook(AuditDesk audit, ConsoleAccounts accounts, Tx tx) {
        this.audit = audit;
        this.accounts = accounts;
        this.tx = tx;
    }

    /** Newest first; one more than asked for when there are more. */
    public List<AuditLine> search(Caller.Auditor caller, Search search, int size) {
        Organisation own = caller.organisation();
        AuditWish wish = new AuditWish(
                own.parentId() == null ? null : own.path(),
                search.from,
                search.to,
                search.actor,
                search.action,
                search.subjectKind,
                search.subjectId,
                search.before);
        return tx.write(() -> {
            List<AuditLine> found = audit.find(wish, size);
            audit.append(caller.actor(), "audit.searched", "organisation", own.id(), Integer.toString(found.size()));
            return found;
        });
    }

    /** How an account signed in lately, for its security admin; empty when there is no such account in the subtree. */
    public Optional<List<AuditLine>> signIns(Caller.Security caller, long accountId, int size) {
        return accounts.find(caller, accountId)
                .map(account -> audit.find(
                        new AuditWish(null, null, null, null, "org-account.signed-in", ACCOUNT, accountId, null),
                        size));
    }

    /** The name of an actor or thing, "kind:id"; members masked. */
    public Optional<String> name(Caller.Auditor caller, String thing) {
        return audit.name(thing);
    }

    /** @param before an id: only older lines. Whatever is null is not looked at */
    public record Search(
            Instant from, Instant to, String actor, String action, String subjectKind, Long subjectId, Long before) {}
}
