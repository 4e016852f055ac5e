namespace FsmKit.Http;

/// <summary>Reads <c>Connection</c> lines.</summary>
internal static class ConnectionField
{
    public static ConnectionTokens Read(HttpFields fields)
    {
        var tokens = ConnectionTokens.None;
        if (!fields.Contains(KnownHeader.Connection))
        {
            return tokens;
        }

        foreach (var field in fields)
        {
            if (field.Known == KnownHeader.Connection)
            {
                foreach (var element in new ListElements(field.Value))
                {
                    tokens |= Meaning(element);
                }
            }
        }

        return tokens;
    }

    /// <summary>Returns whether the connection persists after the message (RFC 9112 §9.3); <c>close</c> overrides all other tokens.</summary>
    public static bool KeepsAlive(ConnectionTokens tokens, bool isHttp11) =>
        (tokens & ConnectionTokens.Close) == 0 && (isHttp11 || (tokens & ConnectionTokens.KeepAlive) != 0);

    private static ConnectionTokens Meaning(ReadOnlySpan<byte> token) =>
        Octets.AreSame(token, "close"u8) ? ConnectionTokens.Close
        : Octets.AreSame(token, "keep-alive"u8) ? ConnectionTokens.KeepAlive
        : Octets.AreSame(token, "upgrade"u8) ? ConnectionTokens.Upgrade
        : ConnectionTokens.None;
}
