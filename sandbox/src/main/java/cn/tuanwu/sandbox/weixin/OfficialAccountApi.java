package cn.tuanwu.sandbox.weixin;

import cn.tuanwu.sandbox.gate.Gate;
import cn.tuanwu.sandbox.world.WorldState.App;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The official account's HTTP API. */
@RestController
@RequestMapping("/platform/weixin/cgi-bin")
class OfficialAccountApi {

    private final Gate gate;
    private final QrTickets tickets;
    private final CustomerMessages messages;

    OfficialAccountApi(Gate gate, QrTickets tickets, CustomerMessages messages) {
        this.gate = gate;
        this.tickets = tickets;
        this.messages = messages;
    }

    @PostMapping("/qrcode/create")
    ResponseEntity<byte[]> createCode(
            @RequestParam(name = "access_token", required = false) String token,
            @RequestBody(required = false) byte[] body) {
        return gate.pass(App.OFFICIAL_ACCOUNT, token, body, tickets::create);
    }

    /** Needs no token; a client that brings one is served all the same. */
    @GetMapping("/showqrcode")
    ResponseEntity<byte[]> showCode(@RequestParam(name = "ticket", required = false) String ticket) {
        return tickets.byTicket(ticket)
                .map(code -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("image/jpg"))
                        .body(QrImages.jpeg(code.url())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/message/custom/send")
    ResponseEntity<byte[]> send(
            @RequestParam(name = "access_token", required = false) String token,
            @RequestBody(required = false) byte[] body) {
        return gate.pass(App.OFFICIAL_ACCOUNT, token, body, messages::send);
    }
}
