package cn.tuanwu.api.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where a request comes from, as the proxy in front says it; only to be counted, never to be kept. */
public final class NetworkAddress {

    private NetworkAddress() {}

    /** Null for this machine itself: whoever asks through it is not to be told apart. */
    public static String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        try {
            return InetAddress.getByName(address).isLoopbackAddress() ? null : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
