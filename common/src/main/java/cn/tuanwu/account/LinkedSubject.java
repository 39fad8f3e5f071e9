package cn.tuanwu.account;

/**
 * Somebody as a provider names them. It says who signed in there, nothing about whose account here that is.
 *
 * @param provider the provider's short name in the settings
 * @param issuer who vouches; a name belongs to its issuer, whatever the settings call it
 * @param name stays the same for one person at one issuer
 */
public record LinkedSubject(String provider, String issuer, String name) {

    @Override
    public String toString() {
        return "LinkedSubject[" + provider + ", …]";
    }
}
