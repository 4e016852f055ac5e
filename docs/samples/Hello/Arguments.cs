namespace HelloSample;

/// <summary>Arguments of the program.</summary>
/// <param name="Host">Address to listen on.</param>
/// <param name="Port">Port to listen on; 0 takes a free one.</param>
/// <param name="Loops">Number of loops that share the port.</param>
/// <param name="Tls">Whether to speak HTTPS, with a certificate made at the start.</param>
/// <param name="Strict">Whether to refuse malformed requests too that are tolerated because no smuggling is possible with them.</param>
/// <param name="AccessLog">File that gets a line for each request; null for none.</param>
public sealed record Arguments(string Host, int Port, int Loops, bool Tls, bool Strict, string? AccessLog)
{
    /// <summary>Text that explains the arguments.</summary>
    public const string Usage =
        """
        usage: Hello [--host HOST] [--port PORT] [--loops N] [--tls] [--strict] [--access-log FILE]
        PORT is 8080 when it is not said, and 0 takes a free one; HOST may be unix:/path too; --tls makes a certificate of its own;
        --strict refuses what no client should send
        """;

    /// <summary>Reads the arguments; null when one is wrong.</summary>
    public static Arguments? Read(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var (host, port, loops, tls, strict, log) = ("127.0.0.1", 8080, 1, false, false, (string?)null);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--tls" or "--strict")
            {
                (tls, strict) = (tls || args[i] == "--tls", strict || args[i] == "--strict");
                continue;
            }

            var name = args[i++];
            var value = i < args.Length ? args[i] : "";
            var isGood = name switch
            {
                "--host" => (host = value).Length > 0,
                "--port" => int.TryParse(value, out port) && port is >= 0 and <= 65535,
                "--loops" => int.TryParse(value, out loops) && loops is >= 1 and <= 64,
                "--access-log" => (log = value).Length > 0,
                _ => false,
            };
            if (!isGood)
            {
                return null;
            }
        }

        return new Arguments(host, port, loops, tls, strict, log);
    }
}
