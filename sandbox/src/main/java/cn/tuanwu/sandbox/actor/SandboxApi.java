package cn.tuanwu.sandbox.actor;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.fault.Faults;
import cn.tuanwu.sandbox.provider.RealNameChecks;
import cn.tuanwu.sandbox.wire.Wire;
import cn.tuanwu.sandbox.wire.WireEntry;
import cn.tuanwu.sandbox.world.Contacts;
import cn.tuanwu.sandbox.world.VirtualClock;
import cn.tuanwu.sandbox.world.World;
import cn.tuanwu.sandbox.world.WorldState.RealNamePlan;
import cn.tuanwu.sandbox.world.WorldState.Sms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What the sandbox page reads, and the switches of the real-name provider. */
@RestController
@RequestMapping("/sandbox")
class SandboxApi {

    record Entries(List<WireEntry> entries) {}

    record Messages(List<Sms> messages) {}

    /** Fields left out keep what they had. */
    record RealNameChange(Long delayMillis, List<String> next, Map<String, String> byIdNumber, String fallback) {}

    private static final int MOST_ENTRIES = 1000;
    private static final long LONGEST_DELAY = 60_000;

    private final PlatformSettings settings;
    private final World world;
    private final Contacts contacts;
    private final Wire wire;
    private final LiveEvents events;
    private final RealNameChecks checks;
    private final Faults faults;
    private final VirtualClock clock;

    SandboxApi(
            PlatformSettings settings,
            World world,
            Contacts contacts,
            Wire wire,
            LiveEvents events,
            RealNameChecks checks,
            Faults faults,
            VirtualClock clock) {
        this.settings = settings;
        this.world = world;
        this.contacts = contacts;
        this.wire = wire;
        this.events = events;
        this.checks = checks;
        this.faults = faults;
        this.clock = clock;
    }

    @GetMapping("/state")
    StateView state() {
        return world.read(
                state -> StateView.of(state, contacts.all(), settings.publicUrl(), faults.list(), ClockView.of(clock)));
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() {
        return events.open(world.read(state -> state.version));
    }

    @GetMapping("/wire")
    Entries wire(@RequestParam(required = false) Long after, @RequestParam(defaultValue = "200") int limit) {
        return new Entries(wire.after(after, Math.max(1, Math.min(limit, MOST_ENTRIES))));
    }

    @GetMapping("/sms")
    Messages sms(@RequestParam(required = false) String phone) {
        return new Messages(world.read(state -> state.sms.stream()
                .filter(sms -> phone == null || sms.phone().equals(phone))
                .toList()));
    }

    @GetMapping("/realname")
    RealNamePlan realName() {
        return checks.plan();
    }

    @PutMapping("/realname")
    RealNamePlan realName(@RequestBody RealNameChange change) {
        RealNamePlan old = checks.plan();
        RealNamePlan plan = new RealNamePlan(
                change.delayMillis() == null ? old.delayMillis() : change.delayMillis(),
                change.next() == null ? old.next() : List.copyOf(change.next()),
                change.byIdNumber() == null ? old.byIdNumber() : Map.copyOf(change.byIdNumber()),
                change.fallback() == null ? old.fallback() : change.fallback());
        List<String> results = new ArrayList<>(plan.next());
        results.addAll(plan.byIdNumber().values());
        results.add(plan.fallback());
        if (!RealNameChecks.RESULTS.containsAll(results)) {
            throw ActorRefusal.invalid("RESULT_UNKNOWN", "核验结果只能是 MATCH、MISMATCH、NO_RECORD、REPEATED 或 ERROR");
        }
        if (plan.delayMillis() < 0 || plan.delayMillis() > LONGEST_DELAY) {
            throw ActorRefusal.invalid("DELAY_INVALID", "延时应在 0 到 60000 毫秒之间");
        }
        checks.plan(plan);
        return plan;
    }
}
