using System.Globalization;

namespace FsmKit.Net;

/// <summary>Listening sockets inherited from the process that started this one, by the protocol of systemd (<c>sd_listen_fds(3)</c>).</summary>
/// <remarks>
/// Three environment variables describe the sockets. <c>LISTEN_PID</c> is the id of the process that they are for, <c>LISTEN_FDS</c> the
/// number of descriptors from 3 on, <c>LISTEN_FDNAMES</c> their names, separated by colons. Variables for another process, or with invalid
/// values, count as no sockets.
/// </remarks>
public static class SocketActivation
{
    private const int FirstDescriptor = 3;

    /// <summary>
    /// The inherited descriptors with their names, in order; empty without any. A descriptor without a name has the name <c>unknown</c>.
    /// </summary>
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
