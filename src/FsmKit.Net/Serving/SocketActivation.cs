using System.Globalization;

namespace FsmKit.Net;

/// <summary>The listening sockets that whoever started this process has opened for it: the protocol of systemd (<c>sd_listen_fds(3)</c>).</summary>
/// <remarks>
/// <c>LISTEN_PID</c> says for which process, <c>LISTEN_FDS</c> how many descriptors from 3 on, <c>LISTEN_FDNAMES</c> their names between
/// colons. Variables for another process, or with nonsense in them, mean that there are none.
/// </remarks>
public static class SocketActivation
{
    private const int FirstDescriptor = 3;

    /// <summary>The descriptors that this process got, with their names; a descriptor without a name is called <c>unknown</c>.</summary>
    public static IReadOnlyList<(string Name, int Descriptor)> Sockets => Parse(Environment.GetEnvironmentVariable, Environment.ProcessId);

    internal static IReadOnlyList<(string Name, int Descriptor)> Parse(Func<string, string?> variable, int process)
    {
        if (!IsNumber(variable("LISTEN_PID"), out var listener) || listener != process || !IsNumber(variable("LISTEN_FDS"), out var count)
            || count > int.MaxValue - FirstDescriptor)
        {
            return [];
        }

        var names = (variable("LISTEN_FDNAMES") ?? "").Split(':');
        var sockets = new (string, int)[Math.Min(count, ushort.MaxValue)];
        for (var i = 0; i < sockets.Length; i++)
        {
            sockets[i] = (i < names.Length && names[i].Length > 0 ? names[i] : "unknown", FirstDescriptor + i);
        }

        return sockets;
    }

    private static bool IsNumber(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
