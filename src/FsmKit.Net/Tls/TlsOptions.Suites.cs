using System.Net.Security;

namespace FsmKit.Net;

#pragma warning disable CA1416 // A policy is created only on systems that support it.

/// <content>Cipher suites.</content>
public sealed partial class TlsOptions
{
    /// <summary>The suites of TLS 1.3, and those of TLS 1.2 with forward secrecy and authenticated encryption.</summary>
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
    /// Cipher suites of TLS 1.2 and 1.3, in order of preference. Default: empty, those of the platform; a server then leaves out the CBC suites of
    /// TLS 1.2 (RFC 9325 section 4.2).
    /// </summary>
    /// <remarks>
    /// A server with a list does not resume sessions. Windows and Android do not support a list: <see cref="CheckServer"/> and
    /// <see cref="CheckClient"/> throw there.
    /// </remarks>
    public IReadOnlyList<TlsCipherSuite> CipherSuites { get; init; } = [];

    /// <summary>Policy of <see cref="CipherSuites"/>; null if the list is empty or the system does not support one.</summary>
    internal CipherSuitesPolicy? SuitesPolicy => CipherSuites.Count == 0 ? null : _policy ??= MakePolicy(CipherSuites);

    /// <summary>Policy of a server for a client that offers only TLS 1.2.</summary>
    /// <remarks>
    /// Used only for such clients, because the platform does not resume sessions with a policy. Other clients get TLS 1.3, which has no weak
    /// suites.
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
            throw new GObjException("The TLS of this system does not support CipherSuites: leave CipherSuites empty, and choose the suites in the settings of the system.");
        }
    }
}
