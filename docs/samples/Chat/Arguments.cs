namespace ChatSample;

/// <summary>Arguments of the program.</summary>
/// <param name="Host">Address to listen on.</param>
/// <param name="Port">Port to listen on; 0 takes a free one.</param>
public sealed record Arguments(string Host, int Port)
{
    /// <summary>Text that explains the arguments.</summary>
    public const string Usage = "usage: Chat [--host HOST] [--port PORT]\nPORT 0 (the default) takes a free one";

    /// <summary>Reads the arguments; null when one is wrong.</summary>
    public static Arguments? Read(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var (host, port) = ("127.0.0.1", 0);
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            var isGood = args[i] switch
            {
                "--host" => (host = value).Length > 0,
                "--port" => int.TryParse(value, out port) && port is >= 0 and <= 65535,
                _ => false,
            };
            if (!isGood)
            {
                return null;
            }
        }

        return new Arguments(host, port);
    }
}
