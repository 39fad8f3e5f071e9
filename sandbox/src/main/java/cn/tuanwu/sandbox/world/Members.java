package cn.tuanwu.sandbox.world;

import cn.tuanwu.sandbox.world.WorldState.Member;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The WeChat users. There is always at least one. */
@Component
public class Members {

    private final World world;
    private final Ids ids;

    Members(World world, Ids ids) {
        this.world = world;
        this.ids = ids;
        if (all().isEmpty()) {
            create("林小满");
        }
    }

    public Member create(String nickname) {
        return world.change(state -> {
            int number = state.members.size() + 1;
            String name = nickname == null || nickname.isBlank() ? "微信用户" + number : nickname.strip();
            Member member =
                    new Member("member-" + number, name, "oOA" + ids.letters(25), "oMP" + ids.letters(25), false);
            state.members.put(member.id(), member);
            return member;
        });
    }

    public List<Member> all() {
        return world.read(state -> List.copyOf(state.members.values()));
    }

    public Optional<Member> find(String id) {
        return world.read(state -> Optional.ofNullable(state.members.get(id)));
    }

    public Optional<Member> byOaOpenid(String openid) {
        return first(member -> member.oaOpenid().equals(openid));
    }

    public Optional<Member> byMiniOpenid(String openid) {
        return first(member -> member.miniOpenid().equals(openid));
    }

    /** Answers whether this changed anything. */
    public boolean follow(String id, boolean following) {
        return world.change(state -> {
            Member member = state.members.get(id);
            state.members.put(id, member.following(following));
            return member.following() != following;
        });
    }

    private Optional<Member> first(Predicate<Member> wanted) {
        return all().stream().filter(wanted).findFirst();
    }
}
