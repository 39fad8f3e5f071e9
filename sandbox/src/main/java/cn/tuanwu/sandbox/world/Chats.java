package cn.tuanwu.sandbox.world;

import cn.tuanwu.sandbox.world.WorldState.CardCopy;
import cn.tuanwu.sandbox.world.WorldState.ChatMessage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What stands in each phone's chat with the app. A chat is named after its owner: a member's id or a userid. */
@Component
public class Chats {

    private static final int KEPT = 500;

    private final World world;
    private final Ids ids;
    private final Clock clock;

    Chats(World world, Ids ids, Clock clock) {
        this.world = world;
        this.ids = ids;
        this.clock = clock;
    }

    public ChatMessage said(String owner, String text) {
        return add(owner, "me", "text", text, null);
    }

    /** A picture; its text is the media id. */
    public ChatMessage showed(String owner, String mediaId) {
        return add(owner, "me", "image", mediaId, null);
    }

    public ChatMessage told(String owner, String text) {
        return add(owner, "app", "text", text, null);
    }

    public ChatMessage dealt(String owner, CardCopy card) {
        return add(owner, "app", "card", null, card);
    }

    public List<ChatMessage> of(String owner) {
        return world.read(state -> List.copyOf(state.chats.getOrDefault(owner, List.of())));
    }

    public Optional<CardCopy> card(String owner, String taskId) {
        return world.read(state -> find(state, owner, taskId).map(ChatMessage::card));
    }

    /** Changes this owner's copy only; false when the owner has none. */
    public boolean changeCard(String owner, String taskId, UnaryOperator<CardCopy> change) {
        return world.change(state -> {
            Optional<ChatMessage> message = find(state, owner, taskId);
            message.ifPresent(found -> state.chats
                    .get(owner)
                    .replaceAll(
                            other -> other.id().equals(found.id()) ? other.with(change.apply(other.card())) : other));
            return message.isPresent();
        });
    }

    private static Optional<ChatMessage> find(WorldState state, String owner, String taskId) {
        return state.chats.getOrDefault(owner, List.of()).stream()
                .filter(message ->
                        message.card() != null && taskId.equals(message.card().taskId()))
                .findFirst();
    }

    private ChatMessage add(String owner, String from, String type, String text, CardCopy card) {
        ChatMessage message = new ChatMessage(ids.letters(12), clock.instant(), from, type, text, card);
        world.alter(state -> {
            List<ChatMessage> chat = state.chats.computeIfAbsent(owner, any -> new ArrayList<>());
            chat.add(message);
            if (chat.size() > KEPT) {
                chat.remove(0);
            }
        });
        return message;
    }
}
