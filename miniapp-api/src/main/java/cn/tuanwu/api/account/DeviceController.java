package cn.tuanwu.api.account;

import cn.tuanwu.access.Caller;
import cn.tuanwu.account.DeviceDesk;
import cn.tuanwu.api.problem.RefusedRequest;
import cn.tuanwu.api.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a member is signed in, to be ended one by one or all at once. */
@RestController
class DeviceController {
    private final DeviceDesk devices;
    private final Sessions sessions;

    DeviceController(DeviceDesk devices, Sessions sessions) {
        this.devices = devices;
        this.sessions = sessions;
    }

    @GetMapping("/api/devices")
    Items list(Caller.OwnAccount caller, HttpServletRequest request) {
        long mine = sessions.device(request).orElse(0L);
        return new Items(devices.list(caller).stream()
                .map(device -> new Line(
                        Long.toString(device.id()),
                        device.label(),
                        device.openedAt(),
                        device.seenAt(),
                        device.id() == mine))
                .toList());
    }

    @DeleteMapping("/api/devices/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller.OwnAccount caller, @PathVariable("id") String id) {
        boolean ended = id.matches("[0-9]{1,18}") && devices.end(caller, Long.parseLong(id));
        if (!ended) {
            throw new RefusedRequest("DEVICE_UNKNOWN", "没有找到这台设备，可能已经退出登录。");
        }
    }

    /** Everywhere, here too. */
    @DeleteMapping("/api/devices")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll(Caller.OwnAccount caller, HttpServletRequest request) {
        devices.endAll(caller);
        sessions.end(request);
    }

    record Items(List<Line> items) {}

    record Line(String id, String label, Instant openedAt, Instant seenAt, boolean current) {}
}
