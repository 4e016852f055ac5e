using System.Diagnostics.Metrics;

namespace FsmKit.Net;

/// <summary>Metrics of all gsocks and servers of the process: meter <c>FsmKit.Net</c>. Without a listener, each costs one comparison.</summary>
internal static class NetMeter
{
    private static readonly Meter Meter = new("FsmKit.Net");

    private static readonly UpDownCounter<long> Open = Meter.CreateUpDownCounter<long>(
        "fsmkit.net.connections", "{connection}", "Open connections, by role: client or server.");

    private static readonly Counter<long> Ended = Meter.CreateCounter<long>(
        "fsmkit.net.disconnects", "{connection}", "Connections and attempts that ended, by reason.");

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "fsmkit.net.refusals", "{connection}", "Connections that a server refused, by reason.");

    public static void Opened(bool accepted) => Count(accepted, 1);

    public static void Closed(bool accepted) => Count(accepted, -1);

    public static void Disconnected(DisconnectReason reason)
    {
        if (Ended.Enabled)
        {
            Ended.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));
        }
    }

    public static void Refused(RefusalReason reason)
    {
        if (Refusals.Enabled)
        {
            Refusals.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));
        }
    }

    private static void Count(bool accepted, int change)
    {
        if (Open.Enabled)
        {
            Open.Add(change, new KeyValuePair<string, object?>("role", accepted ? "server" : "client"));
        }
    }
}
