package cn.tuanwu.api.linked;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What a provider publishes of itself, asked for when first needed and again after an hour; an unknown key at once. */
final class Discovery {
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final int KEYS_BYTES = 256 * 1024;

    /** Only what is signed with a key of the provider's own; never a shared secret, never nothing. */
    private static final Set<JWSAlgorithm> SIGNATURES =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final Issuer issuer;
    private final ClientID client;
    private final Clock clock;
    private volatile Published known;

    Discovery(String issuer, String clientId, Clock clock) {
        this.issuer = new Issuer(issuer);
        this.client = new ClientID(clientId);
        this.clock = clock;
    }

    /** @throws GeneralException when somebody else than the issuer answers */
    Published published() throws IOException, GeneralException {
        Published now = known;
        if (now == null || now.until().isBefore(clock.instant())) {
            now = asked();
            known = now;
        }
        return now;
    }

    private Published asked() throws IOException, GeneralException {
        OIDCProviderMetadata metadata =
                OIDCProviderMetadata.resolve(issuer, Provider.CONNECT_MILLIS, Provider.READ_MILLIS);
        var retriever = new DefaultResourceRetriever(Provider.CONNECT_MILLIS, Provider.READ_MILLIS, KEYS_BYTES);
        var keys = JWKSourceBuilder.<SecurityContext>create(
                        metadata.getJWKSetURI().toURL(), retriever)
                .refreshAheadCache(false)
                .build();
        var selector = new JWSVerificationKeySelector<>(SIGNATURES, keys);
        return new Published(
                metadata,
                new IDTokenValidator(issuer, client, selector, null),
                clock.instant().plus(KNOWN_FOR));
    }

    record Published(OIDCProviderMetadata metadata, IDTokenValidator idTokens, Instant until) {}
}
