using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace FsmKit.Net;

/// <content>The text form of the options: <c>certfile=/a.pem;keyfile=/b.pem</c>. A value ends at the next semicolon.</content>
public sealed partial class TlsOptions
{
    private const string Secret = "***";

    private static readonly string[] Keys =
    [
        nameof(CertFile), nameof(KeyFile), nameof(KeyPassword), nameof(ApplicationProtocols), nameof(ClientCertificates), nameof(CaFile),
        nameof(DangerousAcceptAnyCertificate), nameof(TargetHost), nameof(MinimumVersion), nameof(CipherSuites), nameof(HandshakeTimeout), nameof(Revocation),
    ];

    /// <summary>
    /// Parses <c>key=value;key=value</c>. Case, underscores and hyphens of a key do not matter: <c>cert_file</c> is <c>CertFile</c>.
    /// </summary>
    /// <exception cref="ParameterException">A key is unknown, or a value is invalid. The message never contains a password.</exception>
    public static TlsOptions Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        var values = new Dictionary<string, string>();
        foreach (var pair in s.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            var name = at < 0 ? pair : pair[..at].TrimEnd();
            var key = at < 0 ? null : Array.Find(Keys, known => ParameterNames.Same(known, name));
            if (key is null)
            {
                var problem = at < 0 ? "A part of the TLS options is not 'key=value'" : $"TLS options have no '{name}'";
                throw new ParameterException($"{problem}; the keys are {string.Join(", ", Keys)}.");
            }

            values[key] = pair[(at + 1)..].TrimStart();
        }

        return new TlsOptions
        {
            CertFile = values.GetValueOrDefault(nameof(CertFile)),
            KeyFile = values.GetValueOrDefault(nameof(KeyFile)),
            KeyPassword = values.GetValueOrDefault(nameof(KeyPassword)),
            ApplicationProtocols = Read(nameof(ApplicationProtocols), "a list such as 'h2,http/1.1'", [], ParseProtocols),
            ClientCertificates = Read(
                nameof(ClientCertificates), "", ClientCertificateMode.None, ParameterText.ParseEnum<ClientCertificateMode>),
            CaFile = values.GetValueOrDefault(nameof(CaFile)),
            DangerousAcceptAnyCertificate = Read(nameof(DangerousAcceptAnyCertificate), "", false, ParameterText.ParseBool),
            TargetHost = values.GetValueOrDefault(nameof(TargetHost)),
            MinimumVersion = Read(nameof(MinimumVersion), "Tls12 or Tls13", SslProtocols.Tls12, ParseVersion),
            CipherSuites = Read(
                nameof(CipherSuites), "a list of IANA's names such as 'TLS_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'", [], ParseSuites),
            HandshakeTimeout = Read(nameof(HandshakeTimeout), "a time such as 00:00:10", DefaultTimeout, ParameterText.Parse<TimeSpan>),
            Revocation = Read(nameof(Revocation), "", X509RevocationMode.NoCheck, ParameterText.ParseEnum<X509RevocationMode>),
        };

        T Read<T>(string key, string expected, T otherwise, Func<string?, T> parse)
        {
            if (!values.TryGetValue(key, out var value))
            {
                return otherwise;
            }

            try
            {
                return parse(value);
            }
            catch (Exception x) when (x is FormatException or OverflowException or ArgumentException)
            {
                var hint = expected.Length > 0 ? $"It is {expected}." : x.Message;
                throw new ParameterException($"{key} of the TLS options cannot be '{value}'. {hint}", x);
            }
        }
    }

    /// <summary>Parses as <see cref="Parse"/> does. Returns false, with null options, for null or invalid text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out TlsOptions result)
    {
        try
        {
            result = s is null ? null : Parse(s, provider);
        }
        catch (ParameterException)
        {
            result = null;
        }

        return result is not null;
    }

    /// <summary>
    /// Returns the options that differ from their defaults, in the text form of <see cref="Parse"/>. A password is shown as <c>***</c>.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Add(nameof(CertFile), CertFile);
        Add(nameof(KeyFile), KeyFile);
        Add(nameof(KeyPassword), KeyPassword is null ? null : Secret);
        Add(nameof(ApplicationProtocols), ApplicationProtocols.Count == 0 ? null : string.Join(",", ApplicationProtocols));
        Add(nameof(ClientCertificates), ClientCertificates == ClientCertificateMode.None ? null : ClientCertificates.ToString());
        Add(nameof(CaFile), CaFile);
        Add(nameof(DangerousAcceptAnyCertificate), DangerousAcceptAnyCertificate ? "true" : null);
        Add(nameof(TargetHost), TargetHost);
        Add(nameof(MinimumVersion), MinimumVersion == SslProtocols.Tls12 ? null : MinimumVersion.ToString());
        Add(nameof(CipherSuites), CipherSuites.Count == 0 ? null : string.Join(",", CipherSuites));
        Add(nameof(HandshakeTimeout), HandshakeTimeout == DefaultTimeout ? null : ParameterText.Format(HandshakeTimeout));
        Add(nameof(Revocation), Revocation == X509RevocationMode.NoCheck ? null : Revocation.ToString());
        return text.ToString();

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                text.Append(text.Length > 0 ? ";" : "").Append(key).Append('=').Append(value);
            }
        }
    }

    private static IReadOnlyList<SslApplicationProtocol> ParseProtocols(string? text) =>
        [.. ParameterText.ParseList<string>(text).Select(static name => new SslApplicationProtocol(name))];

    private static IReadOnlyList<TlsCipherSuite> ParseSuites(string? text) =>
        [.. ParameterText.ParseList<string>(text).Select(static name => ParameterText.ParseEnum<TlsCipherSuite>(name))];

    private static SslProtocols ParseVersion(string? text)
    {
        var version = ParameterText.ParseEnum<SslProtocols>(text);
        return version is SslProtocols.Tls12 or SslProtocols.Tls13 ? version : throw new FormatException();
    }
}
