package cn.tuanwu.sandbox.actor;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.callback.MemberPhone;
import cn.tuanwu.sandbox.weixin.ProgramCodes;
import cn.tuanwu.sandbox.weixin.QrTickets;
import cn.tuanwu.sandbox.world.Members;
import cn.tuanwu.sandbox.world.WorldState.Member;
import cn.tuanwu.sandbox.world.WorldState.QrTicket;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The camera of a member's WeChat: reads a code and does what WeChat does with it. */
@RestController
class ScanApi {

    record Content(String content) {}

    record Scanned(String content, String action, boolean delivered, MessageView reply) {}

    private final Members members;
    private final QrTickets tickets;
    private final ProgramCodes programs;
    private final MemberPhone phone;
    private final Map<String, String> rules;

    ScanApi(Members members, QrTickets tickets, ProgramCodes programs, MemberPhone phone, PlatformSettings settings) {
        this.rules = Map.of(
                settings.publicUrl() + "/i/", "pages/start/start",
                settings.publicUrl() + "/t/", "pages/transferring/transferring");
        this.programs = programs;
        this.members = members;
        this.tickets = tickets;
        this.phone = phone;
    }

    @PostMapping(path = "/sandbox/members/{id}/scan", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Scanned scan(@PathVariable String id, @RequestParam("image") MultipartFile image) throws IOException {
        Member member = MemberApi.known(members, id);
        return QrReader.read(image.getBytes())
                .map(content -> act(member, content))
                .orElseGet(() -> new Scanned(null, "NOT_A_CODE", false, null));
    }

    @PostMapping(path = "/sandbox/members/{id}/scan", consumes = MediaType.APPLICATION_JSON_VALUE)
    Scanned scan(@PathVariable String id, @RequestBody Content given) {
        Member member = MemberApi.known(members, id);
        String content = given.content() == null ? "" : given.content().strip();
        return act(member, content);
    }

    /** The camera inside a mini-program (wx.scanCode): reads, and does nothing. */
    @PostMapping(path = "/sandbox/codes", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Content read(@RequestParam("image") MultipartFile image) throws IOException {
        return new Content(QrReader.read(image.getBytes()).orElse(null));
    }

    /** The mini-program has rules (扫普通链接二维码打开小程序): WeChat opens it for our addresses and hands them over in q. */
    private Optional<String> ruled(String content) {
        return rules.entrySet().stream()
                .filter(rule -> content.startsWith(rule.getKey()))
                .map(rule -> rule.getValue() + "?q=" + URLEncoder.encode(content, StandardCharsets.UTF_8))
                .findFirst();
    }

    private Scanned act(Member member, String content) {
        Optional<QrTicket> code = tickets.byUrl(content);
        Optional<String> page = programs.path(content).or(() -> ruled(content));
        if (page.isPresent()) {
            return new Scanned(page.get(), "OPENED_PROGRAM", false, null);
        }
        if (code.isEmpty()) {
            boolean address = content.startsWith("http://") || content.startsWith("https://");
            return new Scanned(content, address ? "OPENED_URL" : "NOT_A_CODE", false, null);
        }
        if (tickets.expired(code.get())) {
            return new Scanned(content, "EXPIRED", false, null);
        }
        MemberPhone.Told told = phone.scan(member, code.get());
        MemberApi.Told view = MemberApi.Told.of(told);
        return new Scanned(content, told.subscribed() ? "SUBSCRIBED" : "SCANNED", view.delivered(), view.reply());
    }
}
