namespace HelloSample;

/// <summary>What the program was started with.</summary>
/// <param name="Host">Where to listen.</param>
/// <param name="Port">The port; 0 takes a free one.</param>
/// <param name="Loops">How many loops share the port.</param>
/// <param name="Tls">Whether to speak HTTPS, with a certificate made at the start.</param>
/// <param name="Strict">Whether to refuse what no client should send, although nothing can be smuggled with it.</param>
/// <param name="AccessLog">A file to write a line to for each request, or null.</param>
public sealed record Arguments(string Host, int Port, int Loops, bool Tls, bool Strict, string? AccessLog)
{
    /// <summary>What may be asked for.</summary>
    public const string Usage =
        """
        usage: Hello [--host HOST] [--port PORT] [--loops N] [--tls] [--strict] [--access-log FILE]
        PORT is 8080 when it is not said, and 0 takes a free one; HOST may be unix:/path too; --tls makes a certificate of its own;
        --strict refuses what no client should send
        """;

    /// <summary>Reads them; null when something is wrong.</summary>
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
