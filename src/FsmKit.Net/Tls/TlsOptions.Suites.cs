using System.Net.Security;

namespace FsmKit.Net;

#pragma warning disable CA1416 // A policy is only made where there is one.

/// <content>Which cipher suites are spoken.</content>
public sealed partial class TlsOptions
{
    /// <summary>What TLS 1.2 has that is up to date: keys for one session, and encryption that authenticates.</summary>
    private static readonly TlsCipherSuite[] GoodSuites =
    [
        TlsCipherSuite.TLS_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    ];

    private readonly Lazy<CipherSuitesPolicy?> _goodSuites = new(static () => MakePolicy(GoodSuites));
    private CipherSuitesPolicy? _policy;

    /// <summary>
    /// The cipher suites to speak, of TLS 1.2 and 1.3, the preferred ones first; empty takes those of the platform, of which a server leaves
    /// out the ones of TLS 1.2 with CBC (RFC 9325 §4.2). A server that is given some does not resume sessions. Windows and Android have no
    /// such choice: it is an error there.
    /// </summary>
    public IReadOnlyList<TlsCipherSuite> CipherSuites { get; init; } = [];

    /// <summary>The suites that were chosen; null when none were, or this system takes no choice.</summary>
    internal CipherSuitesPolicy? SuitesPolicy => CipherSuites.Count == 0 ? null : _policy ??= MakePolicy(CipherSuites);

    /// <summary>What a server speaks with a client that has only TLS 1.2.</summary>
    /// <remarks>
    /// Only with such a client, because the platform keeps no sessions where suites are chosen. Others get TLS 1.3, which has no bad ones.
    /// </remarks>
    internal CipherSuitesPolicy? OldClientSuitesPolicy => CipherSuites.Count > 0 ? SuitesPolicy : _goodSuites.Value;

    private static CipherSuitesPolicy? MakePolicy(IEnumerable<TlsCipherSuite> suites)
    {
        if (OperatingSystem.IsWindows() || OperatingSystem.IsAndroid())
        {
            return null;
        }

        try
        {
            return new CipherSuitesPolicy(suites);
        }
        catch (PlatformNotSupportedException)
        {
            return null;
        }
    }

    private void CheckSuites()
    {
        if (CipherSuites.Count > 0 && SuitesPolicy is null)
        {
            throw new GObjException("The TLS of this system takes no choice of cipher suites: leave CipherSuites empty, and choose them in the settings of the system.");
        }
    }
}
