using FsmKit.Net;

namespace EchoSample;

/// <summary>Arguments of the program.</summary>
/// <param name="Host">Address to listen on.</param>
/// <param name="Port">Port to listen on; 0 takes a free one.</param>
/// <param name="Loops">Number of loops that share the port.</param>
/// <param name="Tls">Options of TLS; null for plain TCP.</param>
public sealed record Arguments(string Host, int Port, int Loops, TlsOptions? Tls)
{
    /// <summary>Text that explains the arguments.</summary>
    public const string Usage =
        """
        usage: Echo [--host HOST] [--port PORT] [--loops N] [--cert FILE [--key FILE]]
        PORT 0 (the default) takes a free one; HOST may be unix:/path too; the files are PEM, and the key may be in the certificate's
        """;

    /// <summary>Reads the arguments; null when one is wrong.</summary>
    public static Arguments? Read(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var (host, port, loops) = ("127.0.0.1", 0, 1);
        string? certificate = null, key = null;
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            var isGood = args[i] switch
            {
                "--host" => (host = value).Length > 0,
                "--port" => int.TryParse(value, out port) && port is >= 0 and <= 65535,
                "--loops" => int.TryParse(value, out loops) && loops is >= 1 and <= 64,
                "--cert" => (certificate = value).Length > 0,
                "--key" => (key = value).Length > 0,
                _ => false,
            };
            if (!isGood)
            {
                return null;
            }
        }

        return certificate is null && key is not null
            ? null
            : new Arguments(host, port, loops, certificate is null ? null : new TlsOptions { CertFile = certificate, KeyFile = key });
    }
}
