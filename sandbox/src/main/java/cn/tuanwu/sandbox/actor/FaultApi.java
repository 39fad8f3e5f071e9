package cn.tuanwu.sandbox.actor;

import cn.tuanwu.sandbox.fault.Fault;
import cn.tuanwu.sandbox.fault.Fault.Kind;
import cn.tuanwu.sandbox.fault.Faults;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The lever that makes the platforms misbehave. */
@RestController
@RequestMapping("/sandbox/faults")
class FaultApi {

    /** A fault as it is asked for; the kind is a word that may be unknown. */
    record Wanted(String endpoint, String kind, Integer times, Double probability, Long millis) {}

    record Listed(List<Fault> faults) {}

    private static final long LONGEST_MILLIS = 60_000;

    private final Faults faults;

    FaultApi(Faults faults) {
        this.faults = faults;
    }

    @GetMapping
    Listed list() {
        return new Listed(faults.list());
    }

    /** Replaces every fault in force. */
    @PutMapping
    Listed replace(@RequestBody List<Wanted> wanted) {
        faults.replace(wanted.stream().map(FaultApi::fault).toList());
        return list();
    }

    @DeleteMapping
    Listed clear() {
        faults.replace(List.of());
        return list();
    }

    private static Fault fault(Wanted wanted) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known.name().equals(wanted.kind()))
                .findFirst()
                .orElseThrow(() -> ActorRefusal.invalid("FAULT_UNKNOWN", "没有这种故障：" + wanted.kind()));
        String all = kind.ofCallbacks() ? "callback/*" : "*";
        String endpoint = wanted.endpoint() == null || wanted.endpoint().isBlank() ? all : wanted.endpoint();
        // A callback goes wrong once unless more is asked for: it cannot be asked for again like a call.
        boolean once = kind.ofCallbacks() && wanted.times() == null && wanted.probability() == null;
        Fault fault = new Fault(
                endpoint.replaceFirst("^/+", ""),
                kind,
                once ? Integer.valueOf(1) : wanted.times(),
                wanted.probability(),
                wanted.millis());
        return checked(fault);
    }

    private static Fault checked(Fault fault) {
        if (fault.ofCallbacks() != fault.kind().ofCallbacks()) {
            throw ActorRefusal.invalid("FAULT_MISPLACED", "DUPLICATE、OUT_OF_ORDER、LOST 只用于回调 callback/…，其他故障只用于接口");
        }
        if (fault.times() != null && fault.times() < 1) {
            throw ActorRefusal.invalid("TIMES_INVALID", "次数至少为 1");
        }
        Double likely = fault.probability();
        if (likely != null && !(likely >= 0 && likely <= 1)) {
            throw ActorRefusal.invalid("PROBABILITY_INVALID", "概率应在 0 到 1 之间");
        }
        if (fault.millis() != null && (fault.millis() < 0 || fault.millis() > LONGEST_MILLIS)) {
            throw ActorRefusal.invalid("DELAY_INVALID", "延时应在 0 到 60000 毫秒之间");
        }
        return fault;
    }
}
