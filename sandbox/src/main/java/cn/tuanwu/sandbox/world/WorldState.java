package cn.tuanwu.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Everything the simulated platforms remember. Read or written only inside {@link World}'s lock; saved as JSON. */
public final class WorldState {

    public long version;
    public Map<String, Member> members = new LinkedHashMap<>();
    public Map<String, List<ChatMessage>> chats = new LinkedHashMap<>();
    public Map<String, List<Notice>> notices = new HashMap<>();
    public List<Sms> sms = new ArrayList<>();
    public Map<String, Token> tokens = new LinkedHashMap<>();
    public JsTicket jsTicket;
    public Map<String, SentCard> sentCards = new LinkedHashMap<>();
    public Map<String, ResponseCode> responseCodes = new LinkedHashMap<>();
    public Map<String, QrTicket> qrTickets = new LinkedHashMap<>();
    public Map<String, LoginCode> loginCodes = new LinkedHashMap<>();
    public Map<String, OAuthCode> oauthCodes = new LinkedHashMap<>();
    public Map<String, OAuthCode> userTickets = new LinkedHashMap<>();
    public Map<String, PhoneCode> phoneCodes = new LinkedHashMap<>();
    public Map<String, String> programCodes = new LinkedHashMap<>();
    public Map<String, Map<WindowKind, ServiceWindow>> windows = new HashMap<>();
    public Map<String, Map<String, Integer>> subscribeQuotas = new HashMap<>();
    public Map<App, JsonNode> menus = new EnumMap<>(App.class);
    public Map<String, Media> media = new LinkedHashMap<>();
    public Set<String> hiddenFromAgent = new TreeSet<>();
    public String agentHomeUrl = "";
    public Map<String, Authenticator> authenticators = new LinkedHashMap<>();
    public long clockOffsetMillis;
    public boolean callbacksFollowClock;
    public RealNamePlan realName = new RealNamePlan(300, List.of(), Map.of(), "MATCH");

    public enum App {
        WECOM,
        OFFICIAL_ACCOUNT,
        MINI_PROGRAM
    }

    /** One person's WeChat: the same person has another openid in each app. */
    public record Member(String id, String nickname, String oaOpenid, String miniOpenid, boolean following) {

        public Member following(boolean now) {
            return new Member(id, nickname, oaOpenid, miniOpenid, now);
        }
    }

    /** One line of a chat as a phone shows it; exactly one of text and card is there. */
    public record ChatMessage(String id, Instant at, String from, String type, String text, CardCopy card) {

        public ChatMessage with(CardCopy changed) {
            return new ChatMessage(id, at, from, type, text, changed);
        }
    }

    /** What one receiver's phone shows of a card; copies of the same card may differ. */
    public record CardCopy(String taskId, JsonNode card, String replaceName, String selectedId) {}

    public record Notice(
            String id, Instant at, String templateId, String title, List<NoticeField> fields, String page) {}

    public record NoticeField(String label, String value) {}

    public record Sms(String id, String phone, String text, Instant at) {}

    public record Token(App app, boolean stable, Instant expiresAt) {}

    /** What signs the configuration of WeChat Work's JS-SDK. */
    public record JsTicket(String value, Instant expiresAt) {}

    public record SentCard(String taskId, String msgId, List<String> receivers, Instant at) {}

    public record ResponseCode(String taskId, Instant expiresAt, boolean used) {}

    /** {@code expiresAt} is null for a permanent code. */
    public record QrTicket(String ticket, String url, String scene, Instant expiresAt) {}

    public record LoginCode(String openid, Instant expiresAt, boolean used) {}

    /** {@code asksMore}: the page asked for scope snsapi_privateinfo. */
    public record OAuthCode(String userid, Instant expiresAt, boolean asksMore) {

        public OAuthCode(String userid, Instant expiresAt) {
            this(userid, expiresAt, false);
        }
    }

    /** One row of the authenticator app; {@code given}: the last half-minute whose code somebody was handed. */
    public record Authenticator(String label, String secret, long given) {}

    public record PhoneCode(String openid, String phone, Instant expiresAt) {}

    /** {@code expiresAt} is null for a picture that stays. */
    public record Media(String id, App app, String type, String filename, long size, Instant at, Instant expiresAt) {}

    public enum WindowKind {
        MESSAGE,
        ACTION
    }

    public record ServiceWindow(Instant until, int left) {}

    /** How the coming real-name checks end: the queue first, then by number, then the fallback. */
    public record RealNamePlan(long delayMillis, List<String> next, Map<String, String> byIdNumber, String fallback) {}
}
